// Extras only: every page is complete without this file.

const copyButtons = document.querySelectorAll('[data-copy]');
for (const button of copyButtons) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  const label = button.querySelector('[role=status]');
  const before = label.textContent;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    label.textContent = button.dataset.copied;
    setTimeout(() => { label.textContent = before; }, 3000);
  });
}

if ('serviceWorker' in navigator && location.protocol === 'https:' || location.hostname === 'localhost') {
  const address = '/service-worker.js';
  // The one script address that this site ever makes; the policy refuses every other.
  const policy = window.trustedTypes?.createPolicy('newsportal', {
    createScriptURL: (url) => { if (url === address) return url; throw new TypeError(url); },
  });
  navigator.serviceWorker?.register(policy ? policy.createScriptURL(address) : address).catch(() => {});
}
