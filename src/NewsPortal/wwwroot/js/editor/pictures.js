// A picture that is chosen, dropped or pasted goes to the desk at once; its words are asked for in a dialog.

import { body, byId, form, fragment, insertBlock, say } from './page.js';
import { changed } from './saving.js';
import { post, upload } from './wire.js';

const most = 30 * 1024 * 1024;
const dialog = byId('picture');
const words = dialog.querySelector('form').elements;
const state = byId('picture-state');
const progress = byId('picture-progress');
const file = byId('picture-file');
let photo;
let forLead = false;

async function send(picture) {
  if (!picture) return;
  open();
  if (picture.size > most) {
    refuse(say('heavy'));
    return;
  }
  state.textContent = say('sending');
  progress.hidden = false;
  const content = new FormData();
  content.set('file', picture, picture.name);
  try {
    const { status, answer } = await upload('/admin/media/photos', content, (part) => { progress.value = part; });
    if (status === 200) show(answer);
    else refuse(answer?.message ?? say('failed'));
  } catch {
    refuse(say('failed'));
  }
}

function open() {
  photo = null;
  byId('picture-shown').replaceChildren();
  for (const part of ['picture-words', 'picture-text', 'picture-lead']) byId(part).hidden = true;
  byId('picture-again').hidden = true;
  progress.value = 0;
  if (!dialog.open) dialog.showModal();
}

function show(answer) {
  photo = answer;
  state.textContent = '';
  progress.hidden = true;
  byId('picture-shown').replaceChildren(fragment(answer.html));
  [words.Caption.value, words.Credit.value, words.Alt.value] = [answer.caption ?? '', answer.credit ?? '', answer.alt ?? ''];
  words.Decorative.checked = false;
  for (const part of ['picture-words', 'picture-text', 'picture-lead']) byId(part).hidden = false;
  words.Caption.focus();
}

function refuse(why) {
  progress.hidden = true;
  state.textContent = why;
  byId('picture-again').hidden = false;
  byId('picture-again').focus();
}

async function putIntoText() {
  const content = new URLSearchParams({ Caption: words.Caption.value, Credit: words.Credit.value, Alt: words.Alt.value, Decorative: String(words.Decorative.checked) });
  const answer = await post(`/admin/media/photos/${photo.id}/figure`, content).catch(() => null);
  if (!answer?.ok) {
    state.textContent = say('failed');
    return;
  }
  const { markdown } = await answer.json();
  dialog.close();
  insertBlock(markdown);
}

function makeLead() {
  const fields = form.elements;
  fields.LeadPhotoId.value = photo.id;
  for (const name of ['Caption', 'Credit', 'Alt']) fields[`Lead${name}`].value = words[name].value;
  fields.LeadDecorative.checked = words.Decorative.checked;
  byId('lead-picture').replaceChildren(fragment(photo.html));
  byId('lead-words').hidden = false;
  dialog.close();
  changed();
}

function removeLead() {
  form.elements.LeadPhotoId.value = '';
  byId('lead-picture').replaceChildren();
  byId('lead-words').hidden = true;
  changed();
}

file.addEventListener('change', () => { send(file.files[0]); file.value = ''; });
byId('picture-again').addEventListener('click', () => file.click());
byId('picture-text').addEventListener('click', putIntoText);
byId('picture-lead').addEventListener('click', makeLead);
dialog.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  if (photo) (forLead ? makeLead : putIntoText)();
});
form.addEventListener('click', (event) => {
  if (event.target.closest('#lead-choose')) { forLead = true; file.click(); }
  if (event.target.closest('[data-insert=picture]')) forLead = false;
  if (event.target.closest('#lead-remove')) removeLead();
});
body.addEventListener('paste', (event) => {
  const picture = [...event.clipboardData.files].find((one) => one.type.startsWith('image/'));
  if (!picture) return;
  event.preventDefault();
  forLead = false;
  send(picture);
});

const hasFile = (event) => event.dataTransfer?.types.includes('Files');
document.addEventListener('dragover', (event) => {
  if (!hasFile(event)) return;
  event.preventDefault();
  document.querySelector('.panes').classList.toggle('is-target', Boolean(event.target.closest('.panes')));
});
document.addEventListener('drop', (event) => {
  if (!hasFile(event)) return;
  event.preventDefault();
  document.querySelector('.panes').classList.remove('is-target');
  forLead = Boolean(event.target.closest('#lead'));
  send(event.dataTransfer.files[0]);
});
