import { expect, test } from 'vitest';
import { readSyntax } from './read-syntax.ts';

const faults = (html: string): string[] => readSyntax(html).map(({ fault, name }) => `${fault} ${name}`);

test('sound code has no fault, whatever end tags HTML lets be left out', () => {
  for (const html of [
    '<!doctype html><html lang=fr><head><title>a < b</title><body><p>Un<p>Deux<ul><li>Un<li>Deux</ul></html>',
    '<table><tr><td>1<td>2<tr><td>3</table><dl><dt>a<dd>b</dl><select><option>1<option>2</select>',
    '<img src=a alt="1 > 0"/><br><input disabled><hr />',
    '<svg viewBox="0 0 1 1"><path d="M0 0"/><g><title>x</title></g><![CDATA[ </div> ]]></svg>',
    '<script>if (a < b) document.write("</div><p")</script><style>a > b {}</style><textarea></div></textarea>',
    '<!-- </div> --><!--[if IE]><div><![endif]--><!--><p>Un</p>',
    '<a href=/x?a=1&b=2>lien</a><div\n class="a"\n id=b\n></div>',
    '<button><p>Un</p></button><p><button><div>Deux</div></button></p>',
    '<p><b>gras</b> et <i>penché</i></p><a href="/a"\ttitle=\'"\'>x</a>',
  ])
    expect([html, faults(html)]).toEqual([html, []]);
});

test('an attribute written twice is a fault, whatever its case', () => {
  expect(faults('<img alt="a" src="b" ALT="c">')).toEqual(['double-attribute img alt']);
});

test('an attribute glued to the last one is a fault', () => {
  expect(faults('<img alt="vélo"title="vélo">')).toEqual(['glued-attributes img title']);
});

test('a quote too many or too few is a fault', () => {
  expect(faults('<img alt="vélo"" src="a">')).toContain('broken-value img');
  expect(faults('<p>Un</p><img alt="vélo><p>Deux</p>')).toContain('broken-value img');
});

test('an end tag that closes nothing is a fault', () => {
  expect(faults('<div>a</div></div>')).toEqual(['stray-end div']);
  expect(faults('<p><div>a</div></p>')).toEqual(['stray-end p']);
  expect(faults('<!doctype html><p><table><tr><td>a</td></tr></table></p>')).toEqual(['stray-end p']);
});

test('where no doctype stands, a paragraph goes on around a table', () => {
  expect(faults('<p><table><tr><td>a</td></tr></table></p>')).toEqual([]);
});

test('an element left open in what holds it is a fault, to the end of the page too', () => {
  expect(faults('<div><span>a</div>')).toEqual(['unclosed-tag span']);
  expect(faults('<div><p>a')).toEqual(['unclosed-tag div']);
  expect(faults('<li>vélo<strong>bleu<li>auto')).toContain('unclosed-tag strong');
  expect(faults('<a href="a">un<a href="b">deux</a></a>')).toEqual(['unclosed-tag a']);
});

test('tags closed in the wrong order are a fault, told once', () => {
  expect(faults('<p><b><i>a</b></i></p>')).toEqual(['crossed-tags i']);
});

test('a tag out of its place in a table, or a body that begins after its content, is a fault', () => {
  expect(faults('<table><thead><th>Date</th><th>Lieu</th></thead></table>')).toEqual(['misplaced-tag th']);
  expect(faults('<table><tr><td>1</td></tr><footer>fin</footer></table>')).toEqual(['misplaced-tag footer']);
  expect(faults('<table><tr><form><td>1</td></form></tr></table>')).toContain('misplaced-tag form');
  expect(faults('<html><head></head><header>Ville</header><body>a</body></html>')).toEqual([
    'misplaced-tag body',
  ]);
});

test('parts of a table whose end tags are left out, and what a head holds, are in their place', () => {
  for (const html of [
    '<table><caption>Tarifs<colgroup><col><thead><tr><th>a<th>b<tbody><tr><td>1<td>2<tr><td>3<tfoot><tr><td>4</table>',
    '<table><script>x</script><tr><template><p>a</p></template><td><table><tr><td>1</table></table>',
    '<html><head><title>a</title><noscript><iframe src=a></iframe></noscript><link href=a></head><body>b</body></html>',
    '<p>a</p><table><tr><th>a</th></tr></table>',
  ])
    expect([html, faults(html)]).toEqual([html, []]);
});

test('the line of a fault is told', () => {
  expect(readSyntax('<p>\n<p>\n</div>\n\n<img a a>').map(({ line }) => line)).toEqual([3, 5]);
});

test('a page of nothing but faults is read within bounds', () => {
  expect(readSyntax('</div><a b b>'.repeat(50_000))).toHaveLength(30);
  expect(readSyntax(`<b>${'<i>'.repeat(20_000)}</b>`.repeat(3)).length).toBeLessThanOrEqual(30);
  expect(readSyntax(`<p ${'"'.repeat(100_000)}`).length).toBeLessThanOrEqual(30);
});
