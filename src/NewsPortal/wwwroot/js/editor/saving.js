// Saves while writing: to this device within a second, to the desk every few seconds, and says truly which of them it is.

import { address, byId, form, say } from './page.js';
import { looks, snapshot } from './fields.js';
import { claim, forget, keep } from './keeping.js';
import { post } from './wire.js';

const soon = 2000;
const latest = 4000;
const retry = 5000;
const mostInFlight = 60000;

const { Session: session, Base: base, Number: number } = form.elements;
const { article, account } = form.dataset;
const state = byId('state');
const ago = byId('ago');
const answers = {};

let saved = snapshot();
let sent = { text: saved, number: 0 };
let busy = false;
let again = false;
let paused = false;
let dirtySince = 0;
let savedAt = 0;
let timer;
let keeper = 0;

number.value = 0;
claim(session.value);

/** Who deals with an answer that is no plain yes: a conflict, an ended session. */
export const on = (status, deal) => { answers[status] = deal; };

export const isDirty = () => snapshot() !== saved;

export function tell(text) {
  if (state.textContent !== text) state.textContent = text;
  ago.textContent = '';
}

export function changed() {
  if (!keeper) keeper = setTimeout(keepHere, 900);
  if (!isDirty()) return;
  if (!dirtySince) {
    dirtySince = Date.now();
    savedAt = 0;
    if (!paused && !busy) tell(say('typing'));
  }
  plan(Math.min(soon, Math.max(0, dirtySince + latest - Date.now())));
}

/** Goes on from what the server put together and saved, or from another tab's session. */
export function goOn({ from, version, count, asSaved }) {
  if (from !== session.value) claim(from);
  session.value = from;
  base.value = version;
  if (count !== undefined) number.value = count;
  if (asSaved) mark(asSaved);
  paused = false;
}

export function pause() {
  paused = true;
}

export async function save({ keepalive = false } = {}) {
  clearTimeout(timer);
  if (busy) {
    again = true;
    return;
  }
  const text = snapshot();
  if (text === saved) return;
  busy = true;
  paused = false;
  if (text !== sent.text) number.value = Number(number.value) + 1;
  sent = { text, number: number.value };
  tell(say('saving'));
  const content = new URLSearchParams(`${text}&Session=${session.value}&Base=${base.value}&Number=${number.value}`);
  const answer = await post(`${address}/draft`, content, { keepalive: keepalive && text.length < mostInFlight }).catch(() => null);
  if (answer) {
    await hear(answer, text);
  } else {
    busy = false;
    tell(say('offline'));
    plan(retry);
  }
}

/** True once the desk has every word; false when it cannot get them, and the page says why. */
export async function settled() {
  for (let tries = 0; tries < 50 && isDirty() && !paused; tries += 1) {
    if (!busy) await save();
    await new Promise((done) => setTimeout(done, 100));
  }
  return !isDirty();
}

async function hear(answer, text) {
  const content = answer.ok ? await answer.json() : await answer.text();
  busy = false;
  if (answer.ok) {
    goOn({ from: content.session, version: content.version });
    mark(text, content.clock);
  } else if (answers[answer.status]) {
    await answers[answer.status](content, text);
  } else {
    refuse(answer, content);
  }
  if (again || (!paused && answer.ok && isDirty())) {
    again = false;
    plan(answer.ok ? soon : retry);
  }
}

function refuse(answer, content) {
  const why = answer.headers.get('Content-Type')?.includes('json') ? JSON.parse(content).message : String(answer.status);
  tell(say('refused', why));
  if (answer.status >= 500) plan(retry);
}

function mark(text, clock = form.dataset.saved) {
  saved = text;
  form.dataset.saved = clock;
  // What was typed while the save was on its way is not saved, and the page must not say so.
  const more = isDirty();
  dirtySince = more ? Date.now() : 0;
  savedAt = more ? 0 : Date.now();
  tell(more ? say('typing') : say('saved', clock));
  if (!more) forget(session.value).catch(() => {});
}

function plan(wait) {
  clearTimeout(timer);
  if (!paused) timer = setTimeout(save, wait);
}

function keepHere() {
  keeper = 0;
  const text = snapshot({ asTyped: true });
  if (text === saved) return;
  keep({
    session: session.value, article, account, base: base.value, number: number.value, text, looks: looks(), at: Date.now(),
  }).catch(() => {});
}

function leave() {
  if (!isDirty()) return;
  keepHere();
  if (!paused) save({ keepalive: true });
}

form.addEventListener('input', changed);
form.addEventListener('change', changed);
form.addEventListener('focusout', () => { if (isDirty() && !paused) plan(200); });
form.addEventListener('submit', (event) => {
  if (event.submitter?.hasAttribute('formaction')) return;
  event.preventDefault();
  save();
});
addEventListener('pagehide', leave);
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') leave(); });
addEventListener('online', () => { if (isDirty()) save(); });
setInterval(() => {
  const seconds = Math.round((Date.now() - savedAt) / 5000) * 5;
  ago.textContent = savedAt && seconds > 0 && seconds < 60 ? `· ${say('ago', seconds)}` : '';
}, 5000);
