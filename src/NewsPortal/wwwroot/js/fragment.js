// HTML from our own server as nodes. Nothing else may become HTML here: the policy is the only way to it.

const policy = window.trustedTypes?.createPolicy('newsportal', { createHTML: (html) => html });

/** The server has made it safe. Scripts in it would not run. */
export function fragment(html) {
  const template = document.createElement('template');
  template.innerHTML = policy ? policy.createHTML(html) : html;
  return template.content;
}
