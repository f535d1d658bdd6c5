// Flashes that this reader has dismissed. A page that opens with a flash waits for this file, so that what was dismissed
// is gone before anything is painted and nothing moves. A flash whose words were corrected since then is another one.

{
  const place = 'dismissed-flashes';
  const most = 50;
  const sheet = new CSSStyleSheet();

  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(place)).filter((key) => /^\d+-\d+$/.test(key));
    } catch {
      return [];
    }
  };
  let keys = read();

  const hide = () => {
    const rules = keys.map((key) => key.split('-')).map(([id, words]) => `[data-flash="${id}"][data-words="${words}"]{display:none}`);
    sheet.replaceSync(`.flash-x{visibility:visible}${rules.join('')}`);
    document.dispatchEvent(new Event('flash-dismissed'));
  };

  const dismiss = (line) => {
    keys = [...read(), `${line.dataset.flash}-${line.dataset.words}`].slice(-most);
    try {
      localStorage.setItem(place, JSON.stringify(keys));
    } catch {
      // A full or forbidden store: dismissed on this page only.
    }
    const hadFocus = line.contains(document.activeElement);
    hide();
    // The focus must not fall back to the top of the page together with what it was on.
    if (hadFocus && line.contains(document.activeElement)) document.querySelector('main').focus({ preventScroll: true });
  };

  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  hide();
  document.addEventListener('click', (event) => {
    const line = event.target.closest('.flash-x')?.closest('[data-flash]');
    if (line) dismiss(line);
  });
  addEventListener('storage', (event) => {
    // Under the reader's eyes a line that goes would move the page.
    if (event.key !== place || !document.hidden) return;
    keys = read();
    hide();
  });
}
