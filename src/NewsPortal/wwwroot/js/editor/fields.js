// The form's fields as one text that can be compared, sent and kept.

import { byId, form, fragment, setText } from './page.js';

const notWords = new Set(['Session', 'Base', 'Number', '__RequestVerificationToken']);
const tags = () => byId('tags');

// A tag that is half typed must not become one: it counts when its field is left.
let settledTags = tags().value;
form.addEventListener('change', (event) => {
  if (event.target === tags()) settledTags = tags().value;
});

export function settleTags() {
  settledTags = tags().value;
}

export function snapshot({ asTyped = false } = {}) {
  const pairs = [...new FormData(form)].filter(([name]) => !notWords.has(name));
  return new URLSearchParams(pairs.map(([name, value]) => [name, name === 'Tags' && !asTyped ? settledTags : value])).toString();
}

/** What cannot be read out of the fields again: how chosen stories and the lead picture look. */
export function looks() {
  const related = [...form.querySelectorAll('[name=RelatedIds]')].map((box) => [box.value, box.parentElement.textContent.trim()]);
  return { related, lead: byId('lead-picture').innerHTML };
}

export function addRelated(id, headline) {
  const known = form.querySelector(`[name=RelatedIds][value="${Number(id)}"]`);
  if (known) {
    known.checked = true;
    return;
  }
  const label = document.createElement('label');
  label.className = 'check';
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'RelatedIds', value: String(id), checked: true });
  label.append(box, ` ${headline}`);
  byId('related').append(label);
}

export function addByline() {
  const rows = byId('bylines').children;
  const row = rows[rows.length - 1].cloneNode(true);
  for (const field of row.querySelectorAll('[name]')) {
    field.name = field.name.replace(/\d+/, rows.length);
    if (field.tagName === 'SELECT') field.selectedIndex = 0;
    else field.value = '';
  }
  row.querySelector('legend').textContent = row.querySelector('legend').textContent.replace(/\d+/, rows.length + 1);
  byId('bylines').append(row);
}

export function fill(text, { related, lead }) {
  const sent = new URLSearchParams(text);
  while (sent.has(`Bylines[${byId('bylines').children.length}].AuthorId`)) addByline();
  for (const [id, headline] of related) addRelated(id, headline);
  for (const field of form.querySelectorAll('[name]')) {
    if (notWords.has(field.name)) continue;
    const values = sent.getAll(field.name);
    if (field.type === 'checkbox') field.checked = values.includes(field.value);
    else if (field.tagName === 'TEXTAREA') setText(field, (values[0] ?? '').replaceAll('\r\n', '\n'));
    else field.value = values[0] ?? '';
  }
  byId('lead-picture').replaceChildren(fragment(lead));
  byId('lead-words').hidden = !form.elements.LeadPhotoId.value;
  settleTags();
}

/** Takes over a copy that the server has put together. */
export function take(merged) {
  for (const field of merged.querySelectorAll(':scope > textarea')) setText(form.elements[field.name], field.value);
  byId('inspector').replaceWith(merged.querySelector('#inspector'));
  settleTags();
  dress();
}

/** Shows what needs scripts and hides what stands in for it without them. */
export function dress() {
  for (const part of form.querySelectorAll('[data-scripted]')) part.hidden = false;
  for (const part of form.querySelectorAll('[data-plain]')) {
    part.hidden = true;
    if (part.labels?.[0]) part.labels[0].hidden = true;
  }
}
