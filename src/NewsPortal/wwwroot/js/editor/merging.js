// Somebody else saved first: what does not overlap is put together at once, what does is put before the writer.

import { byId, form, fragment, say } from './page.js';
import { snapshot, take } from './fields.js';
import { changed, goOn, on, pause, save, tell } from './saving.js';
import { post } from './wire.js';

const dialog = byId('conflict');
const place = byId('conflict-form');
const fault = byId('conflict-fault');
let note;

on(409, (html, sent) => {
  // What was typed while the answer was on its way has to be part of the merge.
  if (snapshot() !== sent) {
    save();
    return;
  }
  const merge = fragment(html).querySelector('[data-merge]');
  if (merge.dataset.clean === 'true') {
    take(merge.querySelector('template').content.querySelector('[data-merged]'));
    goOn({ from: merge.dataset.session, version: merge.dataset.version });
    showNote(merge.dataset.said);
    save();
  } else {
    show(merge);
  }
});

function showNote(text) {
  note ??= Object.assign(document.createElement('div'), { className: 'note', id: 'merged' });
  note.setAttribute('role', 'status');
  note.textContent = text;
  byId('left').after(note);
  form.dispatchEvent(new CustomEvent('taken'));
}

function show(merge) {
  pause();
  tell(say('conflict'));
  fault.hidden = true;
  place.replaceChildren(merge);
  if (!dialog.open) dialog.showModal();
  merge.querySelector('input[type=radio]')?.focus();
}

place.addEventListener('submit', async (event) => {
  event.preventDefault();
  const merge = event.target;
  try {
    const answer = await post(merge.getAttribute('action'), new URLSearchParams(new FormData(merge)));
    const content = fragment(await answer.text());
    if (answer.status === 409) show(content.querySelector('[data-merge]'));
    else if (answer.ok) settle(content.querySelector('[data-merged]'));
    else throw new Error(String(answer.status));
  } catch (failure) {
    fault.textContent = say('refused', failure.message);
    fault.hidden = false;
  }
});

function settle(merged) {
  take(merged);
  const { session, version, number, clock } = merged.dataset;
  form.dataset.saved = clock;
  goOn({ from: session, version, count: number, asSaved: snapshot() });
  dialog.close();
  form.dispatchEvent(new CustomEvent('taken'));
  changed();
}
