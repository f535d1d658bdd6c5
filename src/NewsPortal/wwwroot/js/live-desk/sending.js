// Sends by button or Ctrl+Enter, once, and keeps what was written in sight until the desk has it.

import { byId, form } from './page.js';
import { forget } from './kept.js';

let sending = false;

async function send() {
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new FormData(form),
    redirect: 'manual',
    headers: { Accept: 'application/json' },
  });
  if (answer.type === 'opaqueredirect') {
    forget();
    location.assign(form.dataset.then);
  } else if (answer.status === 401) {
    // The page asks who is there, and then has the text again.
    location.reload();
  } else {
    // What the desk has to say to this is a page; the form's key or version keeps it from being done twice.
    form.submit();
  }
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  if (sending) return;
  sending = true;
  byId('unsent').hidden = true;
  send().catch(() => {
    sending = false;
    byId('unsent').hidden = false;
  });
});

form?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.repeat || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  form.requestSubmit();
});

addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
