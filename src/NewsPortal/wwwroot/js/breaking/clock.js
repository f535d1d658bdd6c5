// How much longer each flash stays, and how long one can still be taken back.

import { now, say } from './page.js';

const minute = 60_000;
const manyMinutes = 120;
const warning = 5;

function words(left) {
  if (left <= 0) return say('over');
  if (left > manyMinutes) return say('leftHours', Math.floor(left / 60));
  return left === 1 ? say('leftOne', left) : say('leftMany', left);
}

function tell(run) {
  const left = Math.ceil((Date.parse(run.dataset.ends) - now()) / minute);
  const meter = run.querySelector('meter');
  run.querySelector('[data-left]').textContent = words(left);
  meter.value = Math.max(0, Math.min(left, meter.max));
  run.querySelector('[data-soon]').hidden = left > warning || left <= 0;
}

const runs = document.querySelectorAll('.run[data-ends]');
if (runs.length > 0) setInterval(() => runs.forEach(tell), 5_000);

for (const form of document.querySelectorAll('form[data-until]')) {
  setTimeout(() => { form.hidden = true; }, Math.max(0, Date.parse(form.dataset.until) - now()));
}
