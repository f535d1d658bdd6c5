// What was written and not sent stays on this device, and is there again when its page is. Only a send that arrived, or
// the writer, takes it away.

import { byId, form } from './page.js';

const note = byId('kept');
const place = form && `live ${new URL(form.action).pathname} ${form.dataset.me}`;
const typed = ['Headline', 'Words', 'AuthorId', 'Place', 'At', 'IsKey'];
// By which the desk knows the same form again, and what it was written upon.
const marks = ['Key', 'Version'];

const said = (field) => (field.type === 'checkbox' ? String(field.checked) : field.value);

const read = (names) => Object.fromEntries(names.filter((name) => form.elements[name]).map((name) => [name, said(form.elements[name])]));

const fill = (values) => {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements[name];
    if (field.type === 'checkbox') field.checked = value === 'true';
    else field.value = value;
  }
};

// Fields of a form end their lines in one way, what the server writes into a page in another.
const same = (one, other) => typed.every((name) => one[name].replaceAll('\r\n', '\n') === other[name].replaceAll('\r\n', '\n'));

export function forget() {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing is kept where nothing may be.
  }
}

function keep(before) {
  const now = read(typed);
  if (before && same(now, before)) forget();
  else localStorage.setItem(place, JSON.stringify({ ...now, ...read(marks) }));
}

function bringBack(before, signs) {
  const kept = JSON.parse(localStorage.getItem(place) ?? 'null');
  if (!kept) return;
  if (same(kept, before) || document.querySelector(`[data-key="${CSS.escape(kept.Key ?? '')}"]`)) {
    forget();
    return;
  }
  fill(kept);
  byId('details').open ||= Boolean(kept.Headline || kept.Place);
  note.hidden = false;
  note.querySelector('button').addEventListener('click', () => {
    fill({ ...before, ...signs });
    forget();
    note.hidden = true;
    byId('words').focus();
  });
}

if (form) {
  // A page that says what is wrong shows what was typed already.
  const before = byId('fault') ? null : read(typed);
  try {
    if (before) bringBack(before, read(marks));
  } catch {
    // The store is forbidden.
  }
  form.addEventListener('input', () => {
    try {
      keep(before);
    } catch {
      // The store is full or forbidden: the page has the text, and that is all.
    }
  });
}
