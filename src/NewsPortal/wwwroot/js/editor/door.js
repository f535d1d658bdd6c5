// The session ended while somebody wrote: they sign in again where they are, and the save goes on.

import { byId, say } from './page.js';
import { on, pause, save, tell, goOn } from './saving.js';
import { post, renewToken } from './wire.js';

const dialog = byId('door');
const door = dialog.querySelector('form');
const fault = byId('door-fault');
let ticket;

on(401, () => {
  pause();
  tell(say('ended'));
  if (!dialog.open) dialog.showModal();
});

door.addEventListener('submit', async (event) => {
  event.preventDefault();
  fault.hidden = true;
  try {
    await renewToken();
    const content = new URLSearchParams(new FormData(door));
    if (ticket) content.set('Ticket', ticket);
    await enter(await post(ticket ? '/account/second-factor' : '/account/sign-in', content));
  } catch {
    refuse(say('offline'));
  }
});

async function enter(answer) {
  if (answer.status === 204) {
    await renewToken();
    door.reset();
    askCode(null);
    dialog.close();
    goOnHere();
  } else if (answer.ok) {
    askCode((await answer.json()).ticket);
  } else {
    refuse((await answer.json().catch(() => ({}))).message ?? String(answer.status));
  }
}

function goOnHere() {
  const { Session: session, Base: base } = byId('story').elements;
  goOn({ from: session.value, version: base.value });
  save();
}

function askCode(given) {
  ticket = given;
  byId('door-password').hidden = Boolean(given);
  byId('door-second').hidden = !given;
  for (const field of byId('door-password').querySelectorAll('input')) field.required = !given;
  if (given) byId('door-code').focus();
}

function refuse(why) {
  fault.textContent = why;
  fault.hidden = false;
}
