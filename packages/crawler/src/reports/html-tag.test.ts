import { expect, test } from 'vitest';
import { html, link, quoted, visible } from './html-tag.ts';

test('a text put into markup stays text, in an element as in an attribute', () => {
  const hostile = `"><img src=x onerror='1'>&`;
  expect(html`<p title="${hostile}">${[hostile]}</p>`.toString()).toBe(
    '<p title="&quot;&gt;&lt;img src=x onerror=&#39;1&#39;&gt;&amp;">&quot;&gt;&lt;img src=x onerror=&#39;1&#39;&gt;&amp;</p>',
  );
});

test('what is false or absent leaves no trace', () => {
  expect(html`<p>${false}${null}${undefined}${0}</p>`.toString()).toBe('<p>0</p>');
});

test('controls, direction marks, lone surrogates and other unseen characters are shown', () => {
  expect(visible('rapport_\u202Efdp.exe')).toBe('rapport_[U+202E]fdp.exe');
  expect(visible('\u001B[2J\u0000\u007F\u0085')).toBe('␛[2J␀␡[U+0085]');
  expect(visible('a\u200Bb\u2028c\uE001')).toBe('a[U+200B]b[U+2028]c[U+E001]');
  expect(visible('\uD800')).toBe('\uFFFD');
});

test('honest spelling is left as it is', () => {
  const text = 'préfec\u00ADture\u00A0: 3\u202F000 €\n👩\u200D🌾 e\u0301';
  expect(visible(text)).toBe(text);
});

test('a long text is cut and says so', () => {
  expect(quoted('x'.repeat(300)).toString()).toBe(`<bdi>${'x'.repeat(300)}</bdi>`);
  expect(quoted('x'.repeat(301)).toString()).toBe(`<bdi>${'x'.repeat(299)}…</bdi>`);
});

test('only a plain http or https address becomes a link', () => {
  expect(link('https://www.exemple.gouv.fr/a?b=1&c="', 'Titre').toString()).toBe(
    '<a href="https://www.exemple.gouv.fr/a?b=1&amp;c=%22" rel="noreferrer noopener"><bdi>Titre</bdi></a>',
  );
  const refused = [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///x',
    '/relative',
    'https://www.exemple.gouv.fr@ailleurs.example/',
    `https://www.exemple.gouv.fr/${'x'.repeat(2000)}`,
  ];
  for (const address of refused) expect(link(address).toString()).not.toContain('<a');
});
