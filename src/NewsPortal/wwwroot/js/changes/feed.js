// The change feed in this tab. One tab of a browser holds the stream and tells the others; when it goes, the next one
// goes on from what it knows itself. A tab that nobody looks at for a while neither holds nor hears anything.

const untilFirstWord = 10_000;
// The server says something every twenty seconds.
const longestSilence = 50_000;
const shortestPause = 5_000;
const longestPause = 300_000;
const lead = 'changes';
const untilNap = 60_000;
const untilRetry = 5_000;
// Changes in one answer; one that holds as many may not be all.
const longestAnswer = 200;

// Tabs that lost the same server must not come back to it all at once, and none of them later than it said.
const jittered = (ms) => ms * (1 - Math.random() / 4);
const doubled = (ms) => Math.min(ms * 2, longestPause);
const address = (seq) => `/changes${seq === undefined ? '' : `?after=${seq}`}`;

/** One answer of the feed, as the stream would have told it, and when to ask again. */
const ask = async (seq, signal) => {
  // After a number that is not reached yet the answer says where the feed ends.
  const answer = await fetch(address(seq ?? Number.MAX_SAFE_INTEGER), { signal, headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const { last, startOver, now, pollSeconds, changes, flashes } = await answer.json();
  const news = [
    { name: 'hello', data: { last, startOver: startOver && seq !== undefined, now } },
    ...changes.map((data) => ({ name: 'change', data, seq: data.seq })),
  ];
  if (flashes) news.push({ name: 'flashes', data: flashes });
  news.push({ name: 'place', seq: last });
  return { news, pollSeconds };
};

// Where changes come from: the stream, and questions in between for as long as there is none.
class Source {
  #after;
  #tell;
  #stream;
  #isHeard = false;
  #isPolling = false;
  #ended = new AbortController();
  #watch;
  #streamTimer;
  #pollTimer;
  #streamPause = shortestPause;
  #pollPause = shortestPause;

  /**
   * @param after gives the number of the last change that is known
   * @param tell told of everything: {name, data, seq}
   */
  constructor(after, tell) {
    this.#after = after;
    this.#tell = tell;
  }

  open() {
    const stream = this.#stream = new EventSource(address(this.#after()));
    for (const name of ['hello', 'change', 'flashes', 'ping']) stream.addEventListener(name, (event) => this.#heard(event));
    stream.onerror = () => this.#lost();
    this.#isHeard = false;
    this.#expectWord(untilFirstWord);
  }

  /** Questions, until the stream is heard. */
  async poll() {
    this.#isPolling = true;
    let pause = this.#pollPause;
    try {
      const { news, pollSeconds } = await ask(this.#after(), this.#ended.signal);
      news.forEach(this.#tell);
      if (pollSeconds === 0 && this.#isPolling) return this.close();
      this.#pollPause = pause = pollSeconds * 1000;
    } catch {
      this.#pollPause = doubled(pause);
    }
    this.#pollIn(jittered(pause));
  }

  close() {
    this.#ended.abort();
    this.#stream?.close();
    for (const timer of [this.#watch, this.#streamTimer, this.#pollTimer]) clearTimeout(timer);
  }

  #heard({ type, data, lastEventId }) {
    this.#expectWord(longestSilence);
    if (type === 'hello') {
      this.#isHeard = true;
      this.#isPolling = false;
      this.#streamPause = this.#pollPause = shortestPause;
    }
    if (data) this.#tell({ name: type, data: JSON.parse(data), seq: lastEventId ? Number(lastEventId) : undefined });
  }

  #expectWord(within) {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#giveUp(), within);
  }

  // A stream that did work is opened again by the browser, when the server said; one that did not is given up.
  #lost() {
    if (!this.#isHeard || this.#stream.readyState === EventSource.CLOSED) return this.#giveUp();
    this.#isHeard = false;
    this.#expectWord(untilFirstWord);
  }

  #giveUp() {
    this.#stream.close();
    clearTimeout(this.#watch);
    this.#isHeard = false;
    this.#streamTimer = setTimeout(() => this.open(), jittered(this.#streamPause));
    this.#streamPause = doubled(this.#streamPause);
    if (this.#isPolling) return;
    this.#isPolling = true;
    this.#pollIn(Math.random() * 1000);
  }

  #pollIn(pause) {
    clearTimeout(this.#pollTimer);
    if (!this.#ended.signal.aborted) this.#pollTimer = setTimeout(() => this.#isPolling && this.poll(), pause);
  }
}

export class Feed {
  #seq;
  #first;
  #seen = new Set();
  #hear;
  #turn;
  #held;
  #napTimer;
  #isPaused = false;

  /**
   * @param seq what the page knows already; undefined when that is not known
   * @param hear told of everything once: (name, data)
   */
  constructor(seq, hear) {
    this.#seq = this.#first = seq;
    this.#hear = hear;
    document.addEventListener('visibilitychange', () => this.#look());
    // A page in the back/forward cache may hold neither lock nor connection.
    addEventListener('pagehide', () => this.#sleep());
    addEventListener('pageshow', (event) => event.persisted && this.#look());
    addEventListener('online', () => { this.#sleep(); this.#look(); });
  }

  set isPaused(paused) {
    this.#isPaused = paused;
    this.#sleep();
    this.#look();
  }

  #look() {
    clearTimeout(this.#napTimer);
    if (this.#isPaused) return;
    if (document.hidden) this.#napTimer = setTimeout(() => this.#sleep(), untilNap);
    else this.#wake();
  }

  #sleep() {
    clearTimeout(this.#napTimer);
    this.#turn?.abort();
    this.#turn = undefined;
  }

  #wake() {
    if (this.#turn) return;
    const turn = this.#turn = new AbortController();
    this.#held = undefined;
    const channel = new BroadcastChannel(lead);
    channel.onmessage = ({ data }) => this.#take(data);
    const source = new Source(() => this.#seq, (news) => {
      channel.postMessage(news);
      this.#take(news);
    });
    turn.signal.addEventListener('abort', () => {
      channel.close();
      source.close();
    });
    if (navigator.locks) this.#queue(turn, source);
    // Without locks, as on a page that is not secure, each tab would hold a stream of its own; browsers have few to give.
    else source.poll();
  }

  #queue({ signal }, source) {
    const hold = () => new Promise((done) => {
      if (signal.aborted) return done();
      signal.addEventListener('abort', done);
      source.open();
    });
    navigator.locks.request(lead, { ifAvailable: true }, (lock) => {
      if (lock) return hold();
      if (signal.aborted) return undefined;
      navigator.locks.request(lead, { signal }, hold).catch(() => {});
      this.#catchUp(signal);
      return undefined;
    });
  }

  // The leader may be further than this page, so what is heard from it waits until the gap is filled.
  async #catchUp(signal) {
    const held = this.#held = [];
    for (let isWhole = false; !isWhole && !signal.aborted;) {
      try {
        const { news } = await ask(this.#seq, signal);
        news.forEach((one) => this.#apply(one));
        isWhole = news.length < longestAnswer;
      } catch {
        await new Promise((done) => { setTimeout(done, untilRetry); });
      }
    }
    if (signal.aborted) return;
    this.#held = undefined;
    held.forEach((one) => this.#apply(one));
  }

  #take(news) {
    if (this.#held) this.#held.push(news);
    else this.#apply(news);
  }

  #apply({ name, data, seq }) {
    if (data?.startOver) this.#seq = this.#first = data.last;
    else if (seq > (this.#seq ?? -1)) this.#seq = seq;
    // Of two changes at once the one with the lower number may come later.
    if (name === 'change' && (seq <= this.#first || this.#seen.has(seq))) return;
    if (name === 'change') this.#seen.add(seq);
    if (data) this.#hear(name, data);
  }
}
