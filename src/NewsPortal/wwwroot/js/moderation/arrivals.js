// What others do while this page is open: new comments are counted and offered, decided ones marked; nothing moves.

import { byId } from '../breaking/page.js';
import { mark, queue, rowOf, rows, waits } from './page.js';
import { forget } from './reading.js';

const pause = 10_000;
const more = byId('more');

function show(answer) {
  more.hidden = !answer.more;
  if (answer.more) more.querySelector('a').textContent = answer.more;
  for (const one of answer.marks) {
    const row = rowOf(`${one.id}`);
    if (!row || !waits(row)) continue;
    forget(row.dataset.id);
    mark(row, one);
  }
  for (const row of rows()) {
    const reader = row.querySelector('[data-reader]');
    const claim = answer.claims.find(({ id }) => `${id}` === row.dataset.id);
    reader.textContent = claim?.words ?? '';
    reader.hidden = !claim;
  }
}

async function look() {
  if (!document.hidden) {
    const address = new URL('/admin/comments/arrivals', location.origin);
    address.search = location.search;
    address.searchParams.set('newest', queue.dataset.newest);
    for (const row of rows().filter(waits)) address.searchParams.append('ids', row.dataset.id);
    const answer = await fetch(address, { headers: { Accept: 'application/json' } }).catch(() => null);
    if (answer?.ok) show(await answer.json());
  }
  setTimeout(look, pause);
}

if (queue && more) setTimeout(look, pause);
