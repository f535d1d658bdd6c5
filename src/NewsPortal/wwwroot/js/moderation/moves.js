// Decides without leaving the page: the next comment is open before the answer is there, and what goes wrong comes back.

import { byId, say } from '../breaking/page.js';
import { post } from '../editor/wire.js';
import { mark, nextOf, openRow, rowOf, rows, tell, unmark, waits } from './page.js';
import { forget, open } from './reading.js';

const done = [];
// In the order of the keys, one at a time: an undo follows what it undoes.
let sending = Promise.resolve();
let unsent = 0;

function apply(marks) {
  for (const one of marks) {
    const row = rowOf(`${one.id}`);
    if (!row) continue;
    forget(row.dataset.id);
    row.querySelector('[name=Pick]').value = `${one.id}.${one.version}`;
    if (one.state) mark(row, one);
    else unmark(row);
  }
}

async function send(path, content) {
  const answer = await post(path, content);
  if (answer.status === 401) location.reload();
  return { isDone: answer.ok, ...await answer.json() };
}

// The list is at its end: what came meanwhile is the next one.
function goOn() {
  if (unsent === 0 && rows().length > 0 && !rows().some(waits)) location.assign(byId('queue').dataset.then);
}

function failed(row, problem, marks) {
  unmark(row);
  apply(marks ?? []);
  forget(row.dataset.id);
  tell(problem, { isBad: true });
}

async function carryOut(row, path, content) {
  try {
    const { isDone, said, problem, batch, marks } = await send(path, content);
    if (!isDone) return failed(row, problem, marks);
    done.push(batch);
    apply(marks);
    tell(said, { batch });
  } catch {
    failed(row, say('unsent'));
  } finally {
    unsent -= 1;
    goOn();
  }
  return undefined;
}

/** @param submitter the button that says what is done */
export function decide(submitter) {
  const row = openRow();
  const { form } = submitter;
  if (!row || !waits(row) || form.dataset.id !== row.dataset.id) return;
  const content = new URLSearchParams(new FormData(form, submitter));
  const path = submitter.getAttribute('formaction') ?? form.getAttribute('action');
  unsent += 1;
  mark(row, { state: submitter.dataset.state, words: submitter.dataset.said });
  const next = nextOf(row);
  if (next) open(next);
  sending = sending.then(() => carryOut(row, path, content));
}

async function takeBack(batch) {
  try {
    const { isDone, said, problem, marks } = await send('/admin/comments/undoing', new URLSearchParams({ Batch: batch }));
    apply(marks ?? []);
    tell(isDone ? said : problem, { batch: isDone ? done.at(-1) : null, isBad: !isDone });
    const first = marks?.map(({ id }) => rowOf(`${id}`)).find(Boolean);
    if (first) open(first);
  } catch {
    done.push(batch);
    tell(say('unsent'), { batch, isBad: true });
  }
}

/** The last move that still stands; again, the one before it. */
export function undo() {
  sending = sending.then(() => {
    const batch = done.pop() ?? byId('just').querySelector('form').elements.Batch.value;
    return batch ? takeBack(batch) : tell(say('nothing'), { isBad: true });
  });
}

addEventListener('submit', (event) => {
  const { target: form, submitter } = event;
  if (form.id === 'decide' && submitter?.dataset.state) {
    event.preventDefault();
    decide(submitter);
  } else if (form.closest('#just')) {
    event.preventDefault();
    undo();
  }
});

addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
