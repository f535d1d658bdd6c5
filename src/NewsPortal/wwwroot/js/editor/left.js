// Text that this device kept and the desk never got: offered, compared, never put in by itself.

import { byId, form, say } from './page.js';
import { fill, snapshot } from './fields.js';
import { forget, left } from './keeping.js';
import { goOn, save } from './saving.js';

const note = byId('left');
const { article, account } = form.dataset;

function button(label, work) {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: label });
  made.addEventListener('click', work);
  return made;
}

function compare(copy, row) {
  const kept = new URLSearchParams(copy.text);
  const text = Object.assign(document.createElement('div'), { className: 'kept', tabIndex: 0 });
  text.textContent = `${kept.get('Headline')}\n\n${kept.get('Standfirst') ?? ''}\n\n${kept.get('Body')}`;
  row.querySelector('.kept')?.remove();
  row.append(text);
  text.focus();
}

async function use(copy) {
  fill(copy.text, copy.looks);
  // The session it was written in still knows what it was built on, so nothing of others is overwritten.
  // Its last saves may have arrived unheard of: numbers far above theirs are surely new.
  goOn({ from: copy.session, version: copy.base, count: Number(copy.number) + 1000 });
  note.hidden = true;
  form.dispatchEvent(new CustomEvent('taken'));
  save();
}

function offer(copy) {
  const row = document.createElement('div');
  const time = new Date(copy.at).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  const buttons = Object.assign(document.createElement('div'), { className: 'row' });
  buttons.append(
    button(say('use'), () => use(copy)),
    button(say('compare'), () => compare(copy, row)),
    button(say('discard'), async () => {
      await forget(copy.session);
      row.remove();
      note.hidden = note.children.length === 0;
    }),
  );
  row.append(Object.assign(document.createElement('p'), { textContent: say('left', time) }), buttons);
  note.append(row);
  note.hidden = false;
}

for (const copy of await left(article, account).catch(() => [])) {
  if (copy.text === snapshot()) forget(copy.session);
  else offer(copy);
}
