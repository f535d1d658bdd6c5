// The text as readers will see it, drawn by the server's own renderer; and how long each headline is.

import { address, body, byId, form, fragment, later, say } from './page.js';
import { post } from './wire.js';

const view = byId('view');
const facts = byId('facts');
let turn = 0;

async function draw() {
  turn += 1;
  const mine = turn;
  const content = new URLSearchParams({ Body: body.value, Language: form.elements.Language.value });
  const answer = await post(`${address}/preview`, content).catch(() => null);
  if (!answer?.ok || mine !== turn) return;
  const drawn = await answer.json();
  view.replaceChildren(fragment(drawn.html));
  facts.textContent = drawn.facts;
}

function count(field) {
  const hint = byId(`${field.id}-h`);
  const { length } = [...field.value];
  const most = Number(field.dataset.mark);
  hint.dataset.empty ??= hint.textContent;
  hint.textContent = length === 0 ? hint.dataset.empty : say('characters', length, most);
  hint.classList.toggle('over', length > most);
}

function listing() {
  const of = (name) => form.elements[name].value;
  byId('serp-title').textContent = of('SearchTitle') || of('Headline');
  byId('serp-text').textContent = of('SearchDescription') || of('Standfirst');
}

function countAll() {
  for (const field of form.querySelectorAll('[data-mark]')) count(field);
  listing();
}

const soon = later(draw, 300);
form.addEventListener('input', (event) => {
  if (event.target === body) soon();
  if (event.target.dataset.mark) count(event.target);
  listing();
});
form.addEventListener('taken', () => { soon(); countAll(); });
// A headline is one line, however it wraps.
form.addEventListener('keydown', (event) => { if (event.key === 'Enter' && 'line' in event.target.dataset && !event.ctrlKey) event.preventDefault(); });
countAll();
