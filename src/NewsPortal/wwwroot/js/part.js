// Parts of pages, read by the browser's own parser as a page is: nothing that the paper sends becomes markup in a script.

/** @returns the answered request; its document is `response` */
export const part = (address) => new Promise((resolve, reject) => {
  const answer = new XMLHttpRequest();
  answer.open('GET', address);
  answer.responseType = 'document';
  answer.onload = () => resolve(answer);
  answer.onerror = reject;
  answer.send();
});
