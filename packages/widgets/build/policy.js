/**
 * What a page's content-security policy has to let through for the widgets, one directive a line.
 *
 * @param {string} source where the widgets and their API are, or `'self'`
 * @returns {string[]}
 */
export function policy(source) {
  return [
    ...['script-src', 'connect-src', 'frame-src', 'worker-src'].map((name) => `${name} ${source};`),
    "trusted-types lit-html qualepref 'allow-duplicates';",
  ];
}
