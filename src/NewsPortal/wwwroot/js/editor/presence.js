// Tells the desk every 15 seconds that this editor is open, and shows who else is here.

import { address, byId, form } from './page.js';
import { post } from './wire.js';

const beat = 15000;
let typed = 0;
let told = '';

form.addEventListener('input', () => { typed = Date.now(); });

async function tell() {
  const { Session: session, Base: base } = form.elements;
  const content = new URLSearchParams({ session: session.value, typing: String(Date.now() - typed < beat) });
  const answer = await post(`${address}/presence`, content).catch(() => null);
  if (!answer?.ok) return;
  const { here, version, saved } = await answer.json();
  byId('here').textContent = here;
  const news = version > Number(base.value) ? saved : '';
  if (news !== told) showNews(news);
}

function showNews(text) {
  told = text;
  let note = byId('news');
  if (!note) {
    note = Object.assign(document.createElement('div'), { className: 'note note--warn', id: 'news' });
    note.setAttribute('role', 'status');
    byId('left').after(note);
  }
  note.textContent = text;
  note.hidden = !text;
}

setInterval(tell, beat);
