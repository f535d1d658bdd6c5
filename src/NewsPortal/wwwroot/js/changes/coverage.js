// The page of a story that is covered live, while it stays open. What was sent since is fetched and kept ready, and put in
// when its reader asks for it; what changes in an entry changes where it stands, unless words would move under their eyes.

import { part } from '../part.js';
import { propose, say, time, words } from './page.js';

const list = document.querySelector('[data-coverage]');
const { coverage, newOne, newMany, edited, removed } = list.dataset;
// A page of earlier updates, or of key events, shows what it shows: new ones are on the story's first page.
let button = list.dataset.after ? document.querySelector('.new a') : null;
const check = button?.textContent;
const updated = document.querySelector('.live .kicker time');
const lang = document.documentElement.lang;

const untilAskedAgain = 400;
const mostQuestions = 5;

let after = Number(list.dataset.after);
let held = [];
let sentUtc;
let heardOf = 0;
let isAsking = false;

/** Up to which change an answer is true. The page that was there when the change came may be sent for a moment longer. */
const trueTo = (answer) => Number(/changes;desc="?(\d+)/.exec(answer.getResponseHeader('server-timing'))?.[1] ?? Infinity);

/** The answer that knows of the change; undefined where there is none to be had. */
const ask = async (address, seq) => {
  for (let question = 0; question < mostQuestions; question++) {
    const answer = await part(address).catch(() => undefined);
    if (answer && answer.status < 500 && trueTo(answer) >= seq) return answer;
    await new Promise((resolve) => { setTimeout(resolve, untilAskedAgain * 2 ** question); });
  }
};

const entryIn = (place, id) => place.querySelector(`#entry-${id}`);
const onPage = (id) => entryIn(document, id);

// New entries.

const offer = () => {
  const text = held.length === 0 ? check : (held.length === 1 ? newOne : newMany).replace('{0}', held.length.toLocaleString(lang));
  if (text === button.textContent) return;
  if (button.textContent === check) say(text);
  const [old, hadFocus] = [button, button === document.activeElement];
  // Another link, since words that grow in the middle of a line move.
  button = Object.assign(old.cloneNode(), { textContent: text });
  button.classList.toggle('btn--flash', held.length > 0);
  button.addEventListener('click', showNew);
  old.replaceWith(button);
  if (hadFocus) button.focus({ preventScroll: true });
  button.parentNode.classList.toggle('new--has', held.length > 0);
  document.dispatchEvent(new CustomEvent('updates-held'));
};

const fetchNew = async () => {
  if (isAsking) return;
  isAsking = true;
  for (let seq; seq !== heardOf;) {
    seq = heardOf;
    const answer = await ask(`/live/${coverage}/updates?after=${after}`, seq);
    const news = answer?.response?.querySelector('[data-after]');
    if (!news) {
      propose(words.old);
      break;
    }
    after = Number(news.dataset.after);
    held = [...news.children, ...held];
    offer();
  }
  isAsking = false;
};

function showNew(event) {
  if (held.length === 0) return;
  event.preventDefault();
  const [newest] = held;
  list.prepend(...held.map((entry) => document.adoptNode(entry)));
  list.nextElementSibling?.matches('.meta') && list.nextElementSibling.remove();
  if (updated) Object.assign(updated, { textContent: time(sentUtc), dateTime: sentUtc });
  held = [];
  offer();
  newest.scrollIntoView({ block: 'start' });
  newest.focus({ preventScroll: true });
}

// Entries that say something else, and that are gone.

const replace = (old, entry) => {
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(document.adoptNode(entry));
  if (hadFocus) entry.focus({ preventScroll: true });
};

const isBelow = (entry) => entry.getBoundingClientRect().top > innerHeight;

const offerEdit = (old, entry) => {
  old.querySelector('.mark')?.remove();
  const note = Object.assign(document.createElement('button'), { className: 'mark', type: 'button', lang, textContent: edited });
  note.addEventListener('click', () => replace(old, entry));
  old.append(note);
  say(edited);
};

const change = async (id, seq) => {
  if (!onPage(id) && !held.some((entry) => entry.id === `entry-${id}`)) return;
  const answer = await ask(`/live/${coverage}/entries/${id}`, seq);
  const entry = answer?.response && entryIn(answer.response, id);
  if (!entry) return;
  const old = onPage(id);
  held = held.map((one) => one.id === entry.id ? entry : one);
  if (old) (isBelow(old) ? replace : offerEdit)(old, entry);
};

// Its words go at once; their room stays, since taking it back would move the page.
const remove = (id) => {
  held = held.filter((entry) => entry.id !== `entry-${id}`);
  if (button) offer();
  const old = onPage(id);
  if (!old) return;
  const note = Object.assign(document.createElement('p'), { className: 'meta', lang, textContent: removed });
  old.style.minBlockSize = `${old.offsetHeight}px`;
  const hadFocus = old.contains(document.activeElement);
  old.replaceChildren(note);
  if (hadFocus) old.focus({ preventScroll: true });
};

/** @param change as the feed tells it */
export const onChange = ({ seq, kind, subject, touched, atUtc }) => {
  const [, id] = /^entry:(\d+)$/.exec(subject) ?? [];
  if (id && kind === 'entryChanged') change(id, seq);
  if (id && kind === 'entryRemoved') remove(id);
  if (button && kind === 'entrySent' && touched.includes(`live:${coverage}`)) {
    sentUtc = atUtc;
    heardOf = seq;
    fetchNew();
  }
};

/** How many were sent that the page does not show yet. */
export const unread = () => held.length;
