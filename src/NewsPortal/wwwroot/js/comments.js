// "Add a Comment" in place: what is typed is kept in this browser until it was sent, answers stay beside what they answer,
// and what its reader alone may see is fetched for them alone.

import { part } from './part.js';
import { begin, proof, spend } from './stamp.js';

const form = document.querySelector('[data-comment]');
const mine = document.querySelector('[data-mine]');
const story = form?.dataset.comment ?? document.querySelector('.art')?.dataset.story;

// What the reader wrote, and others do not see.

// Only a member's own browser learns that they are one.
const welcome = (member) => {
  form?.querySelector('[data-members]')?.remove();
  if (form) form.elements.name.value ||= member;
};

const showMine = async () => {
  const answer = await part(`/comments/mine?story=${story}`).catch(() => undefined);
  const list = answer?.status === 200 && answer.response?.querySelector('[data-mine]');
  if (!list) return;
  mine.replaceChildren(...document.adoptNode(list).children);
  if (list.dataset.member) welcome(list.dataset.member);
};

if (mine && document.cookie.includes('newsportal.commented=')) showMine();

// The form.

const place = `comment:${story}`;
const person = 'comment';
const { name, email, body, parentId } = form?.elements ?? {};
const fields = ['name', 'email', 'body'];
const answering = form?.querySelector('[data-answer]');
const alert = form?.querySelector('[role=alert]');

const store = (key, value) => {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
  } catch {
    // A full or forbidden store: the words are on the page still.
  }
};

const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
};

const count = () => {
  const left = body.maxLength - body.value.length;
  form.querySelector('[data-count]').textContent = body.value ? form.dataset.left.replace('{0}', left.toLocaleString(document.documentElement.lang)) : '';
};

const keep = () => {
  store(place, body.value ? { body: body.value, parentId: parentId.value } : undefined);
  store(person, { name: name.value, email: email.value });
  count();
};

const answer = (id) => {
  parentId.value = id;
  const whom = id && document.querySelector(`#comment-${CSS.escape(id)} header b`)?.textContent;
  answering.hidden = !whom;
  answering.querySelector('span').textContent = whom ? form.dataset.answer.replace('{0}', whom) : '';
};

const fault = (field, text) => {
  const note = document.getElementById(`c-${field}-e`);
  note.hidden = !text;
  note.textContent = text ?? '';
  if (text) form.elements[field].setAttribute('aria-invalid', 'true');
  else form.elements[field].removeAttribute('aria-invalid');
};

const link = (field, text) => Object.assign(document.createElement(field ? 'a' : 'span'), field ? { href: `#c-${field}`, textContent: text } : { textContent: text });

const showFaults = (faults) => {
  for (const field of fields) fault(field, faults[field]);
  const lines = ['', ...fields].filter((field) => faults[field]).map((field) => link(field, faults[field]));
  alert.hidden = lines.length === 0;
  alert.replaceChildren(Object.assign(document.createElement('strong'), { textContent: form.dataset.refused }), ' ', ...lines.flatMap((line) => [line, ' ']));
  if (lines.length > 0) alert.focus();
};

const sent = async ({ id, isShown }, words) => {
  spend();
  // Whoever typed on meanwhile goes on with that.
  if (body.value === words) {
    body.value = '';
    answer('');
  }
  keep();
  showFaults({});
  await showMine();
  const own = document.getElementById(`comment-${id}`);
  if (own) own.focus();
  else form.querySelector('[data-done]').textContent = isShown ? form.dataset.shown : form.dataset.sent;
};

const send = async (event) => {
  event.preventDefault();
  const button = form.querySelector('.btn--main');
  if (button.ariaDisabled) return;
  button.ariaDisabled = 'true';
  const words = body.value;
  try {
    const answered = await fetch(form.action, { method: 'POST', body: new URLSearchParams([...new FormData(form), ...await proof()]), headers: { accept: 'application/json' } });
    const told = await answered.json();
    if (answered.ok) await sent(told, words);
    else showFaults(told.faults);
  } catch {
    showFaults({ '': form.dataset.failed });
  }
  button.ariaDisabled = null;
};

if (form) {
  const [draft, known] = [read(place), read(person)];
  name.value ||= known.name ?? '';
  email.value ||= known.email ?? '';
  if (!body.value && draft.body) {
    body.value = draft.body;
    answer(draft.parentId ?? '');
  }
  count();
  form.addEventListener('input', keep);
  form.addEventListener('focusin', begin);
  form.addEventListener('submit', send);
  const stop = answering.querySelector('button');
  stop.hidden = false;
  stop.addEventListener('click', () => { answer(''); keep(); body.focus(); });
  document.querySelector('#talk').addEventListener('click', (event) => {
    const reply = event.target.closest('[data-answers]');
    if (!reply || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    answer(reply.dataset.answers);
    keep();
    body.focus();
  });
}
