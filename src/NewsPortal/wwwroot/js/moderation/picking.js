// Picks several: all at once, and how many there are.

import { byId, say } from '../breaking/page.js';
import { rows, waits } from './page.js';

const all = byId('pick-all');
const form = byId('pick');
const bar = byId('bulk');
const boxes = () => rows().filter(waits).map((row) => row.querySelector('[name=Pick]'));

function count() {
  const picked = boxes().filter((box) => box.checked).length;
  bar.hidden = picked === 0;
  byId('picked').textContent = say(picked === 1 ? 'pickedOne' : 'pickedMany', picked);
  if (all) {
    all.checked = picked > 0 && picked === boxes().length;
    all.indeterminate = picked > 0 && !all.checked;
  }
}

// A list without comments has nothing to pick.
if (form && bar) {
  byId('pick-all-label').hidden = false;
  all.addEventListener('change', () => {
    for (const box of boxes()) box.checked = all.checked;
    count();
  });
  form.addEventListener('change', count);
  count();
}
