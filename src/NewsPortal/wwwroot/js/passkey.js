// Passkeys need a script: nothing is shown to a browser that cannot use them.

const canUse = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

async function send(path, body) {
  const { token } = await (await fetch('/account/token', { headers: { Accept: 'application/json' } })).json();
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Form-Token': token },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

async function enter() {
  const { options, state } = await (await send('/account/passkey/challenge', {})).json();
  const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return (await send('/account/passkey', { state, credential: JSON.stringify(credential) })).json();
}

async function add(name, at) {
  const { options, state } = await (await send(`${at}/challenge`, {})).json();
  const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  await send(at, { state, credential: JSON.stringify(credential), name });
}

// Only a path of this site is gone to: the address bar is not to be trusted with more.
function inside(path, home) {
  return /^\/(?![/\\])/.test(path ?? '') ? path : home;
}

function offer(box, failed, deed, done) {
  if (!box || !canUse) return;
  box.hidden = false;
  const button = box.querySelector('button');
  button.addEventListener('click', async () => {
    failed.hidden = true;
    button.disabled = true;
    try {
      done(await deed());
    } catch {
      failed.hidden = false;
    } finally {
      button.disabled = false;
    }
  });
}

const door = document.querySelector('#passkey');
offer(door, door?.querySelector('[role=alert]'), enter, ({ home }) => location.assign(inside(door.dataset.return, home)));

const mine = document.querySelector('#add-passkey');
offer(mine, document.querySelector('#passkey-failed'), () => add(mine.querySelector('input').value, mine.dataset.at), () => location.reload());
if (mine && canUse) document.querySelector('#no-passkey').hidden = true;
