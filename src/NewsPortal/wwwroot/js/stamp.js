// What a form sends beside the words: when the writing began, and a little work done meanwhile (Comments/Guard). Without
// either a comment is kept all the same and waits for a moderator.

const BATCH = 64;
const PATIENCE = 5000;
const encoder = new TextEncoder();

let work;

const zeroBits = (hash) => {
  const bytes = new Uint8Array(hash);
  const at = bytes.findIndex((octet) => octet !== 0);
  return at < 0 ? bytes.length * 8 : at * 8 + Math.clz32(bytes[at]) - 24;
};

// Digests are made beside the page's own thread; between two batches the page goes on.
const search = async (stamp, bits) => {
  for (let from = 0; ; from += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_, offset) => from + offset);
    const hashes = await Promise.all(numbers.map((number) => crypto.subtle.digest('SHA-256', encoder.encode(`${stamp}:${number}`))));
    const found = numbers.find((_, offset) => zeroBits(hashes[offset]) >= bits);
    if (found !== undefined) return found;
  }
};

const start = async () => {
  const answer = await fetch('/comments/stamp');
  const { stamp, bits } = await answer.json();
  const given = { stamp };
  // A page that did not come over a safe connection has no digests.
  given.done = bits > 0 && globalThis.crypto?.subtle ? search(stamp, bits).then((number) => { given.number = number; }) : Promise.resolve();
  return given;
};

/** When the form is first touched. */
export const begin = () => {
  work ??= start().catch(() => { work = undefined; });
};

/** Fields to send. */
export const proof = async () => {
  begin();
  const given = await work;
  if (!given) return [];
  await Promise.race([given.done, new Promise((resolve) => { setTimeout(resolve, PATIENCE); })]);
  return [['stamp', given.stamp], ...given.number === undefined ? [] : [['work', given.number]]];
};

/** Each is good for one comment. */
export const spend = () => {
  work = undefined;
};
