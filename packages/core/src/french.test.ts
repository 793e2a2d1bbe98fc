import { expect, test } from 'vitest';
import { typeset } from './french.ts';

test('double signs and quotation marks keep to their word', () => {
  expect(typeset('Attendu : « oui » ou « non » ; lequel ?')).toBe(
    'Attendu\u00A0: «\u00A0oui\u00A0» ou «\u00A0non\u00A0»\u00A0; lequel\u00A0?',
  );
});

test('what is typeset already, an address and an hour stay as they are', () => {
  for (const text of ['Attendu\u00A0: 75\u00A0%', 'http://127.0.0.1:8000/?a=b', 'à 09:30'])
    expect(typeset(text)).toBe(text);
});
