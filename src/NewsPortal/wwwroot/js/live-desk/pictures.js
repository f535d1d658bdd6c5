// A picture that is pasted or dropped anywhere in the form is chosen, and its words are asked for.

import { byId, form } from './page.js';

function take(event, { files }) {
  if (!files[0]?.type.startsWith('image/')) return;
  event.preventDefault();
  byId('file').files = files;
  byId('picture').open = true;
  byId('cap').focus();
}

form?.addEventListener('paste', (event) => take(event, event.clipboardData));
form?.addEventListener('drop', (event) => take(event, event.dataTransfer));
form?.addEventListener('dragover', (event) => { if (event.dataTransfer.types.includes('Files')) event.preventDefault(); });
