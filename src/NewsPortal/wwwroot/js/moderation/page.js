// What the other parts share: the list as it stands on the page, and where it says what happened.

import { byId } from '../breaking/page.js';

export const queue = byId('queue');
export const rows = () => [...queue?.children ?? []];
export const rowOf = (id) => queue?.querySelector(`li[data-id="${CSS.escape(id)}"]`);
export const openRow = () => queue?.querySelector('[aria-current]')?.closest('li');

/** Not decided yet, by anybody. */
export const waits = (row) => !row.dataset.mark;

/** Nothing leaves the list while somebody reads it: a row that is decided says so in its place. */
export function mark(row, { state, words }) {
  row.dataset.mark = state;
  const said = row.querySelector('[data-said]');
  said.textContent = words;
  said.dataset.s = state;
  said.hidden = false;
}

export function unmark(row) {
  delete row.dataset.mark;
  row.querySelector('[data-said]').hidden = true;
}

/** The next one that waits, else the first that does; null when all are decided. */
export function nextOf(row, step = 1) {
  const all = rows();
  const at = all.indexOf(row);
  const after = step > 0 ? all.slice(at + 1) : all.slice(0, at).reverse();
  return after.find(waits) ?? all.find((other) => other !== row && waits(other)) ?? null;
}

/** A row as it stands there, whatever became of it. */
export function neighbour(row, step) {
  const all = rows();
  return all[all.indexOf(row) + step] ?? null;
}

const just = byId('just');

/** Says it where eyes and screen readers look for it, with a way back where there is one. */
export function tell(words, { batch = null, isBad = false } = {}) {
  just.hidden = false;
  just.classList.toggle('note--bad', isBad);
  just.classList.toggle('note--good', !isBad);
  just.querySelector('[data-words]').textContent = words;
  const undo = just.querySelector('form');
  undo.hidden = !batch;
  undo.elements.Batch.value = batch ?? '';
}
