// Copies on this device: they outlive a crash, a closed tab and an ended session.

const month = 30 * 24 * 60 * 60 * 1000;

const open = new Promise((done, fail) => {
  const request = indexedDB.open('newsportal-editor', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('copies', { keyPath: 'session' });
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});

async function on(mode, work) {
  const database = await open;
  return new Promise((done, fail) => {
    const turn = database.transaction('copies', mode, { durability: 'strict' });
    const request = work(turn.objectStore('copies'));
    turn.oncomplete = () => done(request.result);
    turn.onerror = () => fail(turn.error);
    turn.onabort = () => fail(turn.error);
  });
}

export const keep = (copy) => on('readwrite', (copies) => copies.put(copy));

export const forget = (session) => on('readwrite', (copies) => copies.delete(session));

/** Holds the name of this tab's session for as long as the tab lives. */
export function claim(session) {
  navigator.locks?.request(`newsportal-editor-${session}`, () => new Promise(() => {}));
}

/** Copies of this story that no open tab is writing, newest first. */
export async function left(article, account) {
  const all = await on('readonly', (copies) => copies.getAll());
  for (const copy of all.filter((old) => old.at < Date.now() - month)) await forget(copy.session);
  const held = new Set((await navigator.locks?.query())?.held.map((lock) => lock.name));
  return all.filter((copy) => copy.article === article && copy.account === account && !held.has(`newsportal-editor-${copy.session}`))
    .sort((a, b) => b.at - a.at);
}
