// Keeps one page for the moment without a network, with what it needs to look right. News is never served from here.
const store = 'offline-1';
const kept = ['/offline', '/css/tokens.css', '/css/reader.css', '/fonts/newsreader-display-latin.woff2', '/img/mark.svg'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(store).then((cache) => cache.addAll(kept)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name !== store) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match('/offline')));
    return;
  }
  const { pathname, origin } = new URL(request.url);
  if (origin === self.location.origin && kept.includes(pathname)) {
    event.respondWith(fetch(request).catch(() => caches.match(pathname, { ignoreSearch: true })));
  }
});
