import { expect, test } from 'vitest';
import { read } from './testing-read.ts';

const unsafe = (html: string): string[] =>
  (read(html).unsafe ?? []).map(({ kind, url }) => `${kind} ${new URL(url).pathname}`);

test('what a page in https loads or sends in clear is told by what browsers do of it', () => {
  expect(
    unsafe(`<head><script src="http://a.fr/s.js"></script><link rel="stylesheet" href="http://a.fr/c.css"></head>
      <body><iframe src="http://a.fr/f"></iframe><object data="http://a.fr/o"></object>
      <img src="http://a.fr/i.png"><video src="http://a.fr/v"></video><form action="http://a.fr/p"></form></body>`),
  ).toEqual([
    ...['active /s.js', 'active /c.css', 'active /f', 'active /o', 'passive /i.png', 'passive /v', 'form /p'],
  ]);
});

test('relative and https addresses, links, and what is only talked of are safe', () => {
  expect(
    unsafe(`<head><link rel="canonical" href="http://a.fr/"><script src="/s.js"></script></head>
      <body><!-- <script src="http://a.fr/s.js"></script> --><a href="http://a.fr/">A</a>
      <img src="https://a.fr/i.png"><img src="//a.fr/i.png"><script>"<img src='http://a.fr/x'>"</script>
      <template><img src="http://a.fr/t.png"></template></body>`),
  ).toEqual([]);
});

test('a relative address under a base in clear is in clear', () => {
  expect(unsafe('<head><base href="http://a.fr/x/"></head><body><img src="i.png"></body>')).toEqual([
    'passive /x/i.png',
  ]);
});

test('this machine is safe', () => {
  for (const host of ['127.0.0.1:8080', 'localhost', 'demo.localhost', '[::1]'])
    expect(unsafe(`<body><iframe src="http://${host}/f"></iframe></body>`), host).toEqual([]);
});

test('a page that tells browsers to ask in https asks nothing in clear', () => {
  const meta =
    '<meta http-equiv="Content-Security-Policy" content="default-src *; upgrade-insecure-requests">';
  expect(unsafe(`<head>${meta}</head><body><img src="http://a.fr/i.png"></body>`)).toEqual([]);
});
