// Requests to the desk: with the form's token, which is fetched anew when a new session needs another.

let token = document.querySelector('[name=__RequestVerificationToken]').value;

export async function renewToken() {
  const answer = await fetch('/account/token', { headers: { Accept: 'application/json' } });
  if (answer.ok) ({ token } = await answer.json());
}

async function once(path, content, keepalive) {
  return fetch(path, {
    method: 'POST',
    body: content,
    keepalive,
    redirect: 'error',
    headers: { Accept: 'application/json', 'X-Form-Token': token },
  });
}

/** Rejects only when no answer came. */
export async function post(path, content, { keepalive = false } = {}) {
  const answer = await once(path, content, keepalive);
  // A refused token has no words; a refused text has.
  if (answer.status !== 400 || answer.headers.get('Content-Type')?.includes('json')) return answer;
  await renewToken();
  return once(path, content, keepalive);
}

/** Sends a file and tells how much of it is gone; resolves with status and answer. */
export function upload(path, content, progress) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-Form-Token', token);
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => progress(event.loaded / event.total));
    request.addEventListener('load', () => done({ status: request.status, answer: request.response }));
    request.addEventListener('error', fail);
    request.send(content);
  });
}

export async function ask(path) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' } });
  return answer.ok ? answer.json() : null;
}
