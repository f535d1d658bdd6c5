// Buttons and keys that write Markdown; and the fields of tags, bylines and related stories.

import { body, byId, form, insertBlock, later, say } from './page.js';
import { addByline, addRelated, settleTags } from './fields.js';
import { changed, isDirty, save, settled } from './saving.js';
import { ask } from './wire.js';

const inserts = {
  table: () => insertBlock(`| ${say('table')} | ${say('table')} |\n| --- | --- |\n|  |  |`),
  pull: () => insertBlock(`::: pull\n${say('quote')}\n\n${say('whose')}\n:::`),
  related: () => find((id) => insertBlock(`[related](story:${id})`)),
  picture: () => byId('picture-file').click(),
};

document.addEventListener('click', (event) => {
  inserts[event.target.closest('[data-insert]')?.dataset.insert]?.();
  if (event.target.closest('#related-find')) find((id, headline) => { addRelated(id, headline); changed(); });
});

const keys = { b: 'md-bold', i: 'md-italic', k: 'md-link' };
form.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  if (event.key === 's') {
    event.preventDefault();
    save();
  } else if (event.key === 'Enter') {
    event.preventDefault();
    byId('onward').click();
  } else if (event.target === body && keys[event.key]) {
    event.preventDefault();
    document.querySelector(keys[event.key]).click();
  }
});

// Nobody publishes less than they wrote.
byId('onward').addEventListener('click', async (event) => {
  if (!isDirty()) return;
  event.preventDefault();
  const { href } = event.currentTarget;
  if (await settled()) location.assign(href);
});

// Stories

const finder = byId('finder');
let chosen = () => {};

function find(then) {
  chosen = then;
  byId('finder-words').value = '';
  finder.showModal();
  list();
}

async function list() {
  const found = await ask(`/admin/articles/suggestions/stories?typed=${encodeURIComponent(byId('finder-words').value)}`) ?? [];
  byId('finder-found').replaceChildren(...found.map((story) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn--bare', textContent: `${story.headline} (${story.when})` });
    button.addEventListener('click', () => { finder.close(); chosen(story.id, story.headline); });
    const line = document.createElement('li');
    line.append(button);
    return line;
  }));
  if (found.length === 0) byId('finder-found').textContent = say('nothing');
}

byId('finder-words').addEventListener('input', later(list, 250));
finder.querySelector('form').addEventListener('submit', (event) => event.preventDefault());

// Tags and bylines

async function suggest() {
  const found = await ask(`/admin/articles/suggestions/tags?typed=${encodeURIComponent(byId('tags').value)}`);
  const before = byId('tags').value.replace(/[^,،]*$/, '').trim();
  byId('tag-names').replaceChildren(...(found?.names ?? []).map((name) => Object.assign(document.createElement('option'), { value: `${before}${before ? ' ' : ''}${name}` })));
}

async function hint() {
  const found = await ask(`/admin/articles/suggestions/tags?typed=${encodeURIComponent(byId('tags').value)}`);
  byId('tag-hints').replaceChildren(...(found?.hints ?? []).flatMap(({ typed, known }) => {
    const use = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: say('usetag', known, typed) });
    use.addEventListener('click', () => {
      byId('tags').value = byId('tags').value.split(/[,،]/).map((name) => (name.trim() === typed ? known : name.trim())).join(', ');
      byId('tag-hints').replaceChildren();
      settleTags();
      changed();
    });
    return [Object.assign(document.createElement('p'), { className: 'hint', textContent: say('hint', known) }), use];
  }));
}

const suggestSoon = later(suggest, 200);
form.addEventListener('input', (event) => { if (event.target.id === 'tags') suggestSoon(); });
form.addEventListener('change', (event) => {
  if (event.target.id === 'tags') hint();
  const rows = byId('bylines').children;
  if (event.target.closest('.byline') === rows[rows.length - 1] && event.target.value) addByline();
});
