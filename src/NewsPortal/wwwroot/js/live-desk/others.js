// What others send is counted and offered; nothing on the page moves by itself.

import { Feed } from '../changes/feed.js';
import { byId } from './page.js';

const more = byId('more');
const came = new Set();

function hear(name, change) {
  if (name !== 'change' || change.kind !== 'entrySent' || !change.touched.includes(`live:${more.dataset.story}`)) return;
  if (document.querySelector(`[data-entry="${CSS.escape(change.subject)}"]`)) return;
  came.add(change.subject);
  more.querySelector('a').textContent = more.dataset[came.size === 1 ? 'one' : 'many'].replace('{0}', came.size);
  more.hidden = false;
}

if (more) new Feed(undefined, hear).isPaused = false;
