// What the other parts share: the page's words, and their holes.

export const byId = (id) => document.getElementById(id);

const words = byId('says').dataset;

/** A sentence of the page's language with its holes filled. */
export const say = (key, ...values) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), words[key]);

const ahead = words.now ? Date.parse(words.now) - Date.now() : 0;

/** By the server's clock: this machine's may be wrong. */
export const now = () => Date.now() + ahead;
