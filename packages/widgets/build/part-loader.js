/* global document, URL */
// What `import()` becomes in a bundle: its parts are files beside it.
let shared;

/** Gives the parts what they take from the bundle, so that none brings Lit a second time. */
export function share(names) {
  shared = names;
}

/**
 * Brings a part. The bundle, of which the page has checked the hash, names each part by the hash that it must have.
 *
 * @param {string} file its name bears its content
 * @param {string} integrity
 * @param {number} tries how often before: a browser remembers by its address a module that did not come
 */
export async function bring(file, integrity, tries) {
  const { href } = new URL(tries ? `${file}?${tries}` : file, import.meta.url);
  await check(href, integrity);
  return (await import(href)).default(shared);
}

/** The browser keeps for `import()` the very bytes that this link has checked. */
function check(href, integrity) {
  const link = document.createElement('link');
  if (!link.relList.supports('modulepreload')) return;
  return new Promise((resolve, reject) => {
    Object.assign(link, {
      ...{ rel: 'modulepreload', crossOrigin: '', integrity, href },
      ...{ onload: resolve, onerror: reject },
    });
    document.head.append(link);
  }).finally(() => link.remove());
}
