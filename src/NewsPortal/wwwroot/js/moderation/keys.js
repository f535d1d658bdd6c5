// The desk by keyboard: J and K move, A, R, S decide, U takes back. A key that is meant for a field or a menu stays with it.

import { byId } from '../breaking/page.js';
import { decide, undo } from './moves.js';
import { neighbour, nextOf, openRow } from './page.js';
import { open, release, settled } from './reading.js';

const kept = 'moderation-keys';
const reasons = byId('reasons');
const help = byId('all-keys');
const notes = ['Note', 'WriterNote'].map((name) => ({ name, field: reasons.querySelector(`[name=${name}]`) }));
const areOn = byId('keys-on');
const button = (name) => byId('decide')?.querySelector(`[data-do=${name}]`);
// The comment stands below the list there, not beside it.
const isNarrow = matchMedia('(width < 62rem)');
let acting = Promise.resolve();

function step(by) {
  const row = openRow() && neighbour(openRow(), by);
  if (row) open(row);
}

function later() {
  const row = openRow();
  const next = row && nextOf(row);
  if (!next) return;
  release(row.dataset.id);
  open(next);
}

function press(name) {
  const found = button(name);
  if (found) decide(found);
}

function reject(reason) {
  const { elements } = byId('decide');
  elements.Reason.value = reason;
  for (const { name, field } of notes) elements[name].value = field.value;
  press('reject');
}

const reasonOf = (key) => reasons.querySelector(`button[data-key="${CSS.escape(key)}"]`);

// Whoever types R 2 at once means the second reason, though the question was not on the screen yet.
function answer(key) {
  if (reasons.open) reasonOf(key).click();
}

function askWhy() {
  if (!button('reject')) return;
  const { elements } = byId('decide');
  for (const { name, field } of notes) field.value = elements[name].value;
  reasons.showModal();
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  a: () => press('approve'),
  s: () => press('spam'),
  r: askWhy,
  l: later,
  u: undo,
  z: undo,
  x: () => openRow()?.querySelector('[name=Pick]').click(),
  o: () => byId('reading').querySelector('[data-story]')?.click(),
  '?': () => help.showModal(),
};

const isText = (target) => target.matches?.('input:not([type=checkbox], [type=radio]), select, textarea');
// Where the keyboard writes other letters, the place of the key says which one is meant.
const letterOf = ({ key, code }) => (/^[a-z?]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase());

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isText(event.target) || document.querySelector('dialog[open]')) return;
  const letter = letterOf(event);
  const act = reasonOf(event.key) ? () => answer(event.key) : keys[letter];
  if (!act || (!areOn.checked && letter !== '?')) return;
  event.preventDefault();
  if (event.repeat && !'jk'.includes(letter)) return;
  // One after the other, each on what is on the screen by then.
  acting = acting.then(settled).then(act);
});

reasons.addEventListener('keydown', (event) => {
  const chosen = isText(event.target) ? null : reasonOf(event.key);
  if (!chosen) return;
  event.preventDefault();
  chosen.click();
});

reasons.addEventListener('click', ({ target }) => {
  const chosen = target.closest('button[value]');
  if (!chosen) return;
  reasons.close();
  reject(chosen.value);
});

document.addEventListener('click', (event) => {
  const { target } = event;
  target.closest('[data-close]')?.closest('dialog')?.close();
  if (target.closest('[data-help]')) help.showModal();
  const row = target.closest('#queue a')?.closest('li');
  if (row && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    open(row);
    if (isNarrow.matches) byId('reading').scrollIntoView();
  } else if (target.closest('[data-do=reject]') && !byId('decide').elements.Reason.value) {
    event.preventDefault();
    askWhy();
  } else if (target.closest('[data-later]')) {
    event.preventDefault();
    later();
  }
});

areOn.checked = localStorage.getItem(kept) !== 'off';
areOn.addEventListener('change', () => localStorage.setItem(kept, areOn.checked ? 'on' : 'off'));
for (const part of document.querySelectorAll('[data-help]')) part.hidden = false;
