// Opens a comment beside the list: fetched once, the next one ahead, and claimed so that colleagues see who reads it.

import { byId, say } from '../breaking/page.js';
import { post } from '../editor/wire.js';
import { fragment } from '../fragment.js';
import { neighbour, openRow, waits } from './page.js';

const renewal = 60_000;
const fetched = new Map();
const panes = ['reading', 'writer'].map(byId);
let opening = Promise.resolve();
let turn = 0;
let timer;

async function ask(id) {
  const answer = await fetch(`/admin/comments/${id}/case${location.search}`, { headers: { Accept: 'text/html' } });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}

function caseOf(id) {
  if (!fetched.has(id)) fetched.set(id, ask(id).catch((failure) => { fetched.delete(id); throw failure; }));
  return fetched.get(id);
}

/** It changed: it is fetched anew when it is opened again. */
export const forget = (id) => fetched.delete(id);

/** Nobody decides on what is not on the screen yet. */
export const settled = () => opening;

async function claim(id) {
  clearTimeout(timer);
  const answer = await post(`/admin/comments/${id}/claim`, new URLSearchParams()).catch(() => null);
  if (!answer?.ok || openRow()?.dataset.id !== id) return;
  const { by } = await answer.json();
  const note = byId('claim');
  note.hidden = !by;
  note.textContent = by ? say('reads', by) : '';
  timer = setTimeout(() => claim(id), renewal);
}

/** Back to the others: whoever comes next may have it. */
export function release(id) {
  clearTimeout(timer);
  post(`/admin/comments/${id}/release`, new URLSearchParams()).catch(() => {});
}

function prepareAfter(row) {
  const next = neighbour(row, 1);
  if (next) caseOf(next.dataset.id).catch(() => {});
}

function show(row, html) {
  const hadFocus = panes.some((pane) => pane.contains(document.activeElement));
  const made = fragment(html);
  panes[0].replaceChildren(made.querySelector('.case'));
  panes[1].replaceChildren(made.querySelector('.writer'));
  panes[0].parentElement.scrollTop = 0;
  const here = new URL(location.href);
  here.searchParams.set('at', row.dataset.id);
  here.searchParams.delete('done');
  here.hash = '';
  history.replaceState(null, '', here);
  if (hadFocus) byId('ch').focus({ preventScroll: true });
}

async function draw(row, mine) {
  const link = row.querySelector('a');
  try {
    const html = await caseOf(row.dataset.id);
    if (mine !== turn) return;
    show(row, html);
  } catch {
    location.assign(link.href);
    return;
  }
  if (waits(row)) claim(row.dataset.id);
  prepareAfter(row);
}

export function open(row) {
  turn += 1;
  const hadFocus = document.activeElement?.closest('#queue');
  openRow()?.querySelector('[aria-current]').removeAttribute('aria-current');
  const link = row.querySelector('a');
  link.setAttribute('aria-current', 'true');
  if (hadFocus) link.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
  opening = draw(row, turn);
  return opening;
}

if (openRow()) {
  claim(openRow().dataset.id);
  prepareAfter(openRow());
}
