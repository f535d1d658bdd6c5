// Extras only: every page is complete without this file.

import { Feed } from './changes/feed.js';
import * as page from './changes/page.js';

const copyButtons = document.querySelectorAll('[data-copy]');
for (const button of copyButtons) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  const label = button.querySelector('[role=status]');
  const before = label.textContent;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    label.textContent = button.dataset.copied;
    setTimeout(() => { label.textContent = before; }, 3000);
  });
}

if ('serviceWorker' in navigator && location.protocol === 'https:' || location.hostname === 'localhost') {
  const address = '/service-worker.js';
  // The one script address that this site ever makes; the policy refuses every other.
  const policy = window.trustedTypes?.createPolicy('newsportal', {
    createScriptURL: (url) => { if (url === address) return url; throw new TypeError(url); },
  });
  navigator.serviceWorker?.register(policy ? policy.createScriptURL(address) : address).catch(() => {});
}

if (document.querySelector('#talk')) import('./comments.js');

// An open page hears what the paper publishes, until its reader pauses it.

const place = 'changes';
const paused = 'paused';
const title = document.title;
const button = document.querySelector('[data-live]');
const coverage = document.querySelector('[data-coverage]') && await import('./changes/coverage.js');

const hear = (name, data) => {
  if (name === 'hello') {
    button.dataset.live = 'on';
    page.onClock(data.now);
    if (data.startOver) page.onStartOver();
  }
  if (name === 'flashes') page.onAir(data);
  if (name === 'change') {
    page.onChange(data);
    coverage?.onChange(data);
  }
  countInTitle();
};

const countInTitle = () => {
  const number = page.unread() + (coverage?.unread() ?? 0);
  document.title = number > 0 ? `(${number}) ${title}` : title;
};

const isPaused = () => {
  try {
    return localStorage.getItem(place) === paused;
  } catch {
    return false;
  }
};

const keep = (value) => {
  try {
    localStorage.setItem(place, value);
  } catch {
    // A full or forbidden store: paused on this page only.
  }
};

const start = () => {
  const [load] = performance.getEntriesByType('navigation');
  // The change up to which the page was true when it was sent.
  const known = load?.serverTiming?.find(({ name }) => name === 'changes')?.description;
  const feed = new Feed(known ? Number(known) : undefined, hear);
  const set = (isOff) => {
    button.textContent = isOff ? page.words.resume : page.words.pause;
    button.dataset.live = '';
    feed.isPaused = isOff;
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    const isOff = button.textContent === page.words.pause;
    keep(isOff ? paused : '');
    set(isOff);
  });
  addEventListener('storage', ({ key }) => key === place && set(isPaused()));
  document.addEventListener('flash-dismissed', countInTitle);
  document.addEventListener('updates-held', countInTitle);
  set(isPaused());
};

if (document.prerendering) document.addEventListener('prerenderingchange', start, { once: true });
else start();
