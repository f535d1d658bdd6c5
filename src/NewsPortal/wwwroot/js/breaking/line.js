// The line as it is typed: how long it is, how readers will see it, and Ctrl+Enter.

import { byId, say } from './page.js';

const form = byId('flash');
const line = byId('line');
const hint = byId('line-h');
const level = byId('level');
const preview = byId('preview');

function show() {
  const text = line.value.trim().replace(/\s+/g, ' ');
  const advised = Number(hint.dataset.advised);
  hint.textContent = say('count', text.length, advised);
  hint.classList.toggle('over', text.length > advised);
  for (const shown of preview?.querySelectorAll('a') ?? []) shown.textContent = text;
  for (const shown of preview?.querySelectorAll('b') ?? []) shown.textContent = level.selectedOptions[0].textContent;
}

if (form) {
  line.addEventListener('input', show);
  level.addEventListener('change', show);
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector('.btn--flash, .btn--main'));
  });
  show();
}
