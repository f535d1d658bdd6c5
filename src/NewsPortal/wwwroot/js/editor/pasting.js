// Pasted copy is cleaned by the server, which says what it changed; each change can be taken back.

import { body, byId, form, insert, say, setText } from './page.js';
import { changed } from './saving.js';
import { post } from './wire.js';

const worthCleaning = 40;
const panel = byId('paste');
let paste;

body.addEventListener('paste', (event) => {
  const text = event.clipboardData.getData('text/plain').replaceAll('\r\n', '\n');
  if (event.clipboardData.files.length > 0 || (text.length < worthCleaning && !text.includes('\n'))) return;
  event.preventDefault();
  insert(body, text);
  paste = { original: text, current: text, undone: [] };
  clean();
});

async function clean() {
  const content = new URLSearchParams({ Headline: form.elements.Headline.value, Text: paste.original });
  paste.undone.forEach((note, i) => {
    content.set(`Undone[${i}].Kind`, note.kind);
    content.set(`Undone[${i}].Before`, note.before);
    content.set(`Undone[${i}].After`, note.after);
  });
  const answer = await post('/admin/articles/paste', content).catch(() => null);
  if (answer?.ok) show(await answer.json());
}

function put(text) {
  const at = body.value.indexOf(paste.current);
  if (at < 0) {
    panel.append(Object.assign(document.createElement('p'), { className: 'err', textContent: say('moved') }));
    return false;
  }
  setText(body, body.value.slice(0, at) + text + body.value.slice(at + paste.current.length));
  paste.current = text;
  changed();
  form.dispatchEvent(new CustomEvent('taken'));
  return true;
}

function show(cleaned) {
  if (cleaned.text !== paste.current && !put(cleaned.text)) return;
  if (cleaned.lastMinute !== Boolean(paste.flagged)) {
    byId('lastminute').checked = cleaned.lastMinute;
    paste.flagged = cleaned.lastMinute;
    changed();
  }
  list(cleaned.notes, cleaned.promos);
}

function list(notes, promos) {
  const lines = Object.assign(document.createElement('ul'), { className: 'lines' });
  for (const note of notes) {
    const line = document.createElement('li');
    const back = button(say('back'), () => { paste.undone.push(note); clean(); });
    back.setAttribute('aria-label', `${say('back')}: ${note.said}`);
    line.append(Object.assign(document.createElement('strong'), { textContent: note.said }), ' ',
      mark('del', note.before), ' → ', note.after ? mark('ins', note.after) : say('out'), ' ', back);
    lines.append(line);
  }
  const offers = promos.map((promo) => Object.assign(document.createElement('p'), { textContent: say('promo', promo.text) }));
  const all = button(say('backall'), () => { put(paste.original); panel.hidden = true; });
  const close = button(say('close'), () => { panel.hidden = true; body.focus(); });
  panel.replaceChildren(Object.assign(document.createElement('p'), { textContent: say('cleaned') }), lines, ...offers, all, close);
  panel.hidden = notes.length === 0;
}

function mark(name, text) {
  const made = Object.assign(document.createElement(name), { dir: 'auto' });
  made.textContent = text.length > 160 ? `${text.slice(0, 160)}…` : text;
  return made;
}

function button(label, work) {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn--bare', textContent: label });
  made.addEventListener('click', work);
  return made;
}
