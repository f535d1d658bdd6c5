// The desk of live coverage: Ctrl+Enter sends, a picture can be pasted or dropped on the words, what was written and not
// sent stays on this device, and what others send is offered without moving anything.

import { Feed } from './changes/feed.js';

const form = document.getElementById('entry');
const words = document.getElementById('words');
const story = form?.dataset.story;
const place = `live-${story}-${form?.dataset.me}`;
const fields = ['Words', 'Headline', 'Place'];

form?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  form.requestSubmit();
});

// A double press sends once; the form's key would see to it anyway.
form?.addEventListener('submit', (event) => {
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'true';
});
addEventListener('pageshow', () => { if (form) delete form.dataset.sent; });

const take = (event, files) => {
  if (!files?.length || !files[0].type.startsWith('image/')) return;
  event.preventDefault();
  document.getElementById('file').files = files;
  document.getElementById('picture').open = true;
  document.getElementById('cap').focus();
};
words?.addEventListener('paste', (event) => take(event, event.clipboardData.files));
words?.addEventListener('drop', (event) => take(event, event.dataTransfer.files));

function keep() {
  const text = Object.fromEntries(fields.map((name) => [name, form.elements[name].value]));
  if (fields.every((name) => !text[name].trim())) localStorage.removeItem(place);
  else localStorage.setItem(place, JSON.stringify({ key: form.elements.Key.value, text }));
}

function bringBack() {
  const kept = JSON.parse(localStorage.getItem(place) ?? 'null');
  if (!kept) return;
  if (document.querySelector(`[data-key="${CSS.escape(kept.key)}"]`)) return localStorage.removeItem(place);
  if (words.value.trim()) return;
  const note = document.getElementById('kept');
  const before = form.elements.Key.value;
  for (const name of fields) form.elements[name].value = kept.text[name];
  form.elements.Key.value = kept.key;
  note.hidden = false;
  note.querySelector('button').addEventListener('click', () => {
    for (const name of fields) form.elements[name].value = '';
    form.elements.Key.value = before;
    localStorage.removeItem(place);
    note.hidden = true;
    words.focus();
  });
}

function follow() {
  const more = document.getElementById('more');
  const shown = new Set([...document.querySelectorAll('[data-entry]')].map(({ dataset }) => dataset.entry));
  const came = new Set();
  const feed = new Feed(undefined, (name, change) => {
    if (name !== 'change' || change.kind !== 'entrySent' || !change.touched.includes(`live:${story}`) || shown.has(change.subject)) return;
    came.add(change.subject);
    more.querySelector('a').textContent = more.dataset[came.size === 1 ? 'one' : 'many'].replace('{0}', came.size);
    more.hidden = false;
  });
  feed.isPaused = false;
}

if (story) {
  try {
    bringBack();
    form.addEventListener('input', keep);
  } catch {
    // A full or forbidden store: nothing is kept on this device.
  }
  follow();
}
document.documentElement.dataset.live = 'ready';
