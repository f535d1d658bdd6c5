// The meter's readings as they come.

import { byId, say } from './page.js';

const pause = 200;
const patience = 12_000;
const shown = byId('freshness');

function show({ path, words }) {
  if (shown.querySelector(`[data-path="${CSS.escape(path)}"]`)) return;
  const part = document.createElement('span');
  part.className = 'nw';
  part.dataset.path = path;
  part.textContent = words;
  shown.querySelector('[data-browsers]').before(part, ' ');
}

function showArrival() {
  const kept = JSON.parse(sessionStorage.getItem('flash-arrival') ?? 'null');
  if (kept?.address !== location.pathname + location.search) return;
  const part = shown.querySelector('[data-browsers]');
  part.textContent = kept.after === null ? say('unheard') : say('arrived', (kept.after / 1000).toFixed(2));
  part.hidden = false;
}

async function read(until) {
  const answer = await fetch(`/admin/breaking/freshness?id=${shown.dataset.id}`, { headers: { Accept: 'application/json' } });
  const { done, seen } = answer.ok ? await answer.json() : { done: true, seen: [] };
  seen.forEach(show);
  if (done) shown.querySelector('[data-again]')?.remove();
  else if (Date.now() < until) setTimeout(() => read(until), pause);
}

if (shown) {
  showArrival();
  if (!shown.dataset.done) read(Date.now() + patience);
}
