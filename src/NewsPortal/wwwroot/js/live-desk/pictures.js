// A picture that is pasted or dropped anywhere in the form is chosen, and its words are asked for. One that the desk
// would not take is refused before it is sent: a connection that breaks off half way does not say why.

import { byId, form } from './page.js';

const file = byId('file');

function weigh() {
  file.setCustomValidity(file.files[0]?.size > Number(file.dataset.most) ? file.dataset.heavy : '');
}

function take(event, { files }) {
  if (!files[0]?.type.startsWith('image/')) return;
  event.preventDefault();
  file.files = files;
  weigh();
  byId('picture').open = true;
  byId('cap').focus();
}

file?.addEventListener('change', weigh);
form?.addEventListener('paste', (event) => take(event, event.clipboardData));
form?.addEventListener('drop', (event) => take(event, event.dataTransfer));
form?.addEventListener('dragover', (event) => { if (event.dataTransfer.types.includes('Files')) event.preventDefault(); });
