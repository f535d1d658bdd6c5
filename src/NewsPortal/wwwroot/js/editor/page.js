// What the other parts share: the form, the page's words, and HTML from our own server.

export { fragment } from '../fragment.js';

export const form = document.getElementById('story');
export const body = document.getElementById('body');
export const address = form.dataset.address;
export const byId = (id) => document.getElementById(id);

const words = byId('says').dataset;

/** A sentence of the page's language with its holes filled. */
export const say = (key, ...values) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), words[key]);

/** Changes only what differs, so that the cursor stays where it was. */
export function setText(field, text) {
  const old = field.value;
  if (old === text) return;
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < text.length - start && old[old.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  field.setRangeText(text.slice(start, text.length - end), start, old.length - end, 'preserve');
}

/** As if typed: undo takes it back, and whoever listens hears of it. */
export function insert(field, text) {
  field.focus();
  if (!document.execCommand('insertText', false, text)) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** A paragraph of its own at the cursor. */
export function insertBlock(text) {
  const before = body.value.slice(0, body.selectionStart);
  const after = body.value.slice(body.selectionEnd);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  insert(body, `${lead}${text}${after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n'}`);
}

export function later(work, wait) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), wait);
  };
}

document.addEventListener('click', (event) => {
  event.target.closest('[data-close]')?.closest('dialog')?.close();
});
