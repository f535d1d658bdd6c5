// What a page that stays open shows and says of what the paper publishes: in the server's words, on the paper's clock, and
// without moving anything.

export const words = document.querySelector('[data-live]').dataset;

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: words.zone, hour: '2-digit', minute: '2-digit' });
const untilSaid = 500;
const untilForgotten = 10_000;

const make = (name, properties) => Object.assign(document.createElement(name), properties);
const main = document.querySelector('main');
const root = document.documentElement;

const status = make('div', { className: 'vh', role: 'status' });
document.body.append(status);

let ahead = 0;
let waiting = [];
let timer;

/** The server's word with its value in it; counted things come as one and many. */
const word = (name, value) => words[name].replace('{0}', value);
const count = (name, number) => word(`${name}${number === 1 ? 'One' : 'Many'}`, number.toLocaleString(root.lang));
export const time = (utc) => clock.format(new Date(utc));

/** What time it is in the paper's house; the device may think otherwise. */
const now = () => Date.now() + ahead;

/** Read out when whoever listens is at rest; what comes together is said together. */
export const say = (text) => {
  waiting.push(text);
  clearTimeout(timer);
  timer = setTimeout(() => {
    status.textContent = waiting.join('. ');
    waiting = [];
    timer = setTimeout(() => { status.textContent = ''; }, untilForgotten);
  }, untilSaid);
};

// "Last minute" on a page that stays open. A new flash stands at the edge of the screen, over the page; the bar that came
// with the page changes its words but never its height.

const longestTimer = 2 ** 31 - 1;
const bar = [...document.querySelectorAll('.flash [data-flash]')];
const dock = make('section', { className: 'flash flash--dock', ariaLabel: words.lastMinute, hidden: true });
main.before(dock);

let isClockSet = false;
let endTimer;
let before;

const isSeen = (line) => line.getClientRects().length > 0;
const lineIn = (lines, id) => lines.find((line) => line.dataset.flash === `${id}`);
const docked = () => [...dock.children];

const openLines = () => docked().filter(isSeen).length;

const write = (line, { id, level, text, url, raisedUtc, endsUtc, correctedUtc, language }) => {
  const [label, clock, link, button] = ['b', 'time', 'a', 'button'].map((name) => line.querySelector(name));
  const stamp = `${Date.parse(correctedUtc ?? raisedUtc)}`;
  if (correctedUtc && line.dataset.words !== stamp) {
    const note = line.querySelector('.flash-note') ?? line.insertBefore(make('span', { className: 'flash-note' }), link);
    note.textContent = word('corrected', time(correctedUtc));
  }
  Object.assign(line.dataset, { flash: id, words: stamp, ends: endsUtc });
  label.textContent = words[level];
  if (!clock.textContent) Object.assign(clock, { dateTime: raisedUtc, textContent: time(raisedUtc) });
  Object.assign(link, { textContent: text, href: url, lang: language ?? root.lang });
  button.ariaLabel = word('dismiss', text);
};

const newLine = (flash) => {
  // Where the page came with a flash the parser has run it already.
  if (bar.length === 0) import('../dismissed.js');
  const line = make('div', { className: 'wrap' });
  line.append(make('b'), make('time'), make('a'), make('button', { className: 'flash-x', type: 'button', textContent: '×' }));
  write(line, flash);
  return line;
};

// A flash that is over, or was taken back, leaves no words; in the bar its room stays.
const end = (line) => {
  if (line.parentNode === dock) {
    if (line.contains(document.activeElement)) giveBackFocus();
    line.remove();
  } else if (!line.classList.contains('over')) {
    line.append(make('span', { className: 'flash-over', textContent: word('ended', time(now())) }));
    line.classList.add('over');
  }
};

const revive = (line) => {
  line.classList.remove('over');
  line.querySelector('.flash-over')?.remove();
};

const hasChanged = (line, flash) => Date.parse(flash.correctedUtc ?? flash.raisedUtc) !== Number(line.dataset.words);

// Words for which there is no room in the bar are cut there, and stand whole at the edge.
const writeInBar = (line, flash) => {
  const [link, height] = [line.querySelector('a'), line.offsetHeight];
  const rows = Math.round(link.offsetHeight / parseFloat(getComputedStyle(link).lineHeight));
  line.classList.remove('cut');
  write(line, flash);
  if (!height) return;
  line.style.minBlockSize = `${height}px`;
  if (line.offsetHeight <= height) return;
  link.style.setProperty('--rows', rows);
  line.classList.add('cut');
};

const giveBackFocus = () => (before?.isConnected ? before : main).focus({ preventScroll: true });

// Over neither the end of the page nor what has the focus. Room that was made once stays: taking it back would move the page.
const place = () => {
  const focused = document.activeElement;
  const isUnder = () => focused !== document.body && focused.getBoundingClientRect().top >= dock.getBoundingClientRect().top;
  dock.classList.remove('flash--top');
  if (!dock.contains(focused) && isUnder()) dock.classList.add('flash--top');
};

const makeRoom = () => {
  const side = dock.classList.contains('flash--top') ? '--dock-top' : '--dock';
  const room = Math.max(parseFloat(root.style.getPropertyValue(side)) || 0, dock.offsetHeight);
  root.style.setProperty(side, `${room}px`);
};

const settle = () => {
  const wasHidden = dock.hidden;
  dock.hidden = false;
  dock.hidden = openLines() === 0;
  if (dock.hidden) {
    if (!wasHidden && dock.contains(document.activeElement)) giveBackFocus();
    return;
  }
  if (wasHidden) place();
  makeRoom();
};

const watchEnds = () => {
  clearTimeout(endTimer);
  if (!isClockSet) return;
  const lines = [...bar, ...docked()].filter((line) => !line.classList.contains('over'));
  lines.filter((line) => Date.parse(line.dataset.ends) <= now()).forEach(end);
  settle();
  const next = Math.min(...lines.map((line) => Date.parse(line.dataset.ends)).filter((ends) => ends > now()));
  if (next < Infinity) endTimer = setTimeout(watchEnds, Math.min(next - now(), longestTimer));
};

const show = (flash) => {
  const isCorrected = [lineIn(bar, flash.id), lineIn(docked(), flash.id)].some((line) => line && hasChanged(line, flash));
  const inBar = lineIn(bar, flash.id);
  if (inBar) {
    revive(inBar);
    writeInBar(inBar, flash);
  }
  let line = lineIn(docked(), flash.id);
  const isNew = !line && (!inBar || inBar.classList.contains('cut'));
  if (isNew) dock.append(line = newLine(flash));
  else if (line) write(line, flash);
  settle();
  if ((isNew || isCorrected) && isSeen(line ?? inBar)) say(`${isCorrected ? word('corrected', time(now())) : words[flash.level]}: ${flash.text}`);
};

/** @param flashes all that are on air now */
export const onAir = (flashes) => {
  for (const line of [...bar, ...docked()]) {
    if (!flashes.some(({ id }) => line.dataset.flash === `${id}`)) end(line);
  }
  flashes.forEach(show);
  watchEnds();
};

export const onClock = (utc) => {
  ahead = Date.parse(utc) - Date.now();
  isClockSet = true;
  watchEnds();
};

dock.addEventListener('focusin', ({ relatedTarget }) => { if (!dock.contains(relatedTarget)) before = relatedTarget; });
document.addEventListener('flash-dismissed', settle);
new ResizeObserver(() => dock.hidden || makeRoom()).observe(dock);
addEventListener('resize', () => bar.forEach((line) => { line.style.minBlockSize = ''; }));

// Stories that changed, and that came, while the page is open: marked and offered, never put in.

const lists = main.dataset.list?.split(' ') ?? [];
const own = main.querySelector('.art')?.dataset.story;
const came = new Set();
const offers = make('div', { className: 'new new--page' });

/** A link to the page itself: whoever follows it gets the page as it is now, from its top. */
export const propose = (text) => {
  if (!offers.isConnected) main.prepend(offers);
  offers.hidden = !text;
  if (!text || offers.textContent === text) return;
  const hadFocus = offers.contains(document.activeElement);
  // Another link, since words that grow in the middle of a line move.
  const link = make('a', { className: 'btn btn--main', href: location.pathname + location.search, textContent: text });
  offers.replaceChildren(link);
  if (hadFocus) link.focus();
  say(text);
};

// At the end of the line with the date, where there is room in it; else below the words, in the room between stories.
const mark = (card, text) => {
  card.querySelector('.mark')?.remove();
  const note = make('span', { className: 'mark', lang: root.lang, textContent: text });
  const meta = card.querySelector('.meta');
  const height = meta?.offsetHeight;
  meta?.lastElementChild.after(note);
  if (meta?.offsetHeight !== height || !meta) card.append(note);
};

const markAll = (id, kind, atUtc) => {
  const cards = [...main.querySelectorAll(`[data-story="${id}"]`)].filter((card) => !card.matches('.art'));
  cards.forEach((card) => mark(card, word(kind, time(atUtc))));
  if (cards.length > 0) say(`${word(kind, time(atUtc))}: ${cards[0].querySelector('h2 a,h3 a').textContent}`);
};

const enters = (touched) => lists.some((list) => touched.includes(list) && !touched.includes(`${list}:past`));

export const onChange = ({ kind, subject, touched, atUtc }) => {
  if (subject === `live:${own}`) propose(word('updated', time(atUtc)));
  if (kind === 'updated' || kind === 'withdrawn') {
    if (subject === `article:${own}`) propose(word(kind, time(atUtc)));
    for (const tag of touched) {
      const [, id] = /^card:(\d+)$/.exec(tag) ?? [];
      if (id) markAll(id, kind, atUtc);
    }
  }
  if (kind === 'published' && enters(touched)) came.add(subject);
  else if (!(kind === 'withdrawn' && came.delete(subject))) return;
  propose(came.size > 0 ? count('new', came.size) : '');
};

/** How much came that the page as it was sent does not show. */
export const unread = () => came.size + openLines();

/** Nobody knows any more what the page may have missed. */
export const onStartOver = () => propose(words.old);
