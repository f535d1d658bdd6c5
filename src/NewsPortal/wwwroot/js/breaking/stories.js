// Finds stories by words without leaving the page.

import { byId } from './page.js';

const to = byId('to');
const words = byId('words');

async function find(button) {
  const answer = await fetch(button.formAction, {
    method: 'POST',
    body: new URLSearchParams(new FormData(button.form)),
    headers: { Accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(answer.statusText);
  const stories = await answer.json();
  const chosen = to.value;
  for (const option of [...to.options]) if (/^\d+$/.test(option.value)) option.remove();
  to.append(...stories.map(({ id, name }) => new Option(name, id, false, `${id}` === chosen)));
  to.focus();
  if ('showPicker' in to) try { to.showPicker(); } catch { /* Only after a key or a click, and not everywhere. */ }
}

words?.form.addEventListener('submit', (event) => {
  const button = event.submitter;
  if (!button?.hasAttribute('formaction') || button.dataset.plain) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  find(button).catch(() => {
    button.dataset.plain = 'true';
    words.form.requestSubmit(button);
  });
});
