// Sends a move and stays to hear when open browsers have it: this one is a reader's browser too.

import { say } from './page.js';

const patience = 1_000;
const heard = [];
const waiting = [];
let listening = false;
let sending = false;

function hear(data) {
  heard.push({ at: performance.now(), lines: JSON.parse(data) });
  for (const tell of waiting.splice(0)) tell();
}

// Read by hand: an EventSource complains on the console, and comes back, where there is no stream.
async function listen() {
  const answer = await fetch('/changes', { headers: { Accept: 'text/event-stream' } });
  if (!answer.headers.get('Content-Type')?.startsWith('text/event-stream')) return;
  listening = true;
  let text = '';
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const events = (text + part.value).split('\n\n');
    text = events.pop();
    for (const event of events) {
      const data = /^data: ?(.*)$/m.exec(event);
      if (/^event: ?flashes$/m.test(event) && data) hear(data[1]);
    }
  }
  listening = false;
}

/** A flash on air is there with its words; one that has left has none. */
const shows = (lines, { flash, text }) => (lines.find(({ id }) => id === flash)?.text ?? null) === text;

async function arrival(move, since) {
  const until = performance.now() + patience;
  while (listening && performance.now() < until) {
    const first = heard.find(({ at, lines }) => at > since && shows(lines, move));
    if (first) return first.at - since;
    await new Promise((done) => { waiting.push(done); setTimeout(done, until - performance.now()); });
  }
  return null;
}

async function send(form, submitter) {
  const since = performance.now();
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form, submitter)),
    headers: { Accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(answer.statusText);
  const move = await answer.json();
  sessionStorage.setItem('flash-arrival', JSON.stringify({ address: move.address, after: await arrival(move, since) }));
  location.assign(move.address);
}

addEventListener('submit', (event) => {
  const { target: form, submitter } = event;
  if (form.method !== 'post' || submitter?.hasAttribute('formaction') || !form.action.includes('/admin/breaking')) return;
  if (form.dataset.plain) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  const label = submitter?.querySelector('[data-label]');
  if (label) label.textContent = say('sending');
  send(form, submitter).catch(() => {
    // What the desk has to say to this is a page; the form's key keeps it from being done twice.
    form.dataset.plain = 'true';
    form.requestSubmit(submitter);
  });
});

addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
// Somebody is about to do something.
const begin = () => {
  for (const sign of ['focusin', 'pointerdown']) document.removeEventListener(sign, begin);
  listen().catch(() => { listening = false; });
};
for (const sign of ['focusin', 'pointerdown']) document.addEventListener(sign, begin);
