import { expect, test } from 'vitest';
import { idOf, keyedDigest, seal, tokenOf, unseal } from './token.ts';

const ID = '0b9c1e2a-6f3d-4c55-9a10-3d2f7e8b6a41';
const SECRET = 'a secret of at least thirty-two letters';

test('a token opens what it was made for, and nothing else', () => {
  const token = tokenOf(SECRET, 'appointment', ID);
  expect(idOf(SECRET, 'appointment', token)).toBe(ID);
  expect(idOf(SECRET, 'feedback', token)).toBeUndefined();
  expect(idOf('another secret of thirty-two letters!', 'appointment', token)).toBeUndefined();
});

test('a token that one letter changes opens nothing', () => {
  const token = tokenOf(SECRET, 'appointment', ID);
  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === 'A' ? 'B' : 'A';
    expect(idOf(SECRET, 'appointment', token.slice(0, at) + other + token.slice(at + 1))).toBeUndefined();
  }
});

test.each(['', 'x', '../../etc', '%00', 'é'.repeat(43), 'A'.repeat(5000)])('%s is no token', (text) => {
  expect(idOf(SECRET, 'appointment', text)).toBeUndefined();
});

test('a token fits in an address', () => {
  expect(tokenOf(SECRET, 'appointment', ID)).toMatch(/^[\w-]{43}$/);
});

test('what is too short to have been sealed is not read: a short tag would be found by trying', () => {
  const sealed = seal(SECRET, '');
  expect(unseal(SECRET, sealed)).toBe('');
  for (let length = 0; length < sealed.length; length += 1)
    expect(() => unseal(SECRET, sealed.slice(0, length))).toThrow('longer');
});

test('what is sealed is read with the same secret only, and not once altered', () => {
  const sealed = seal(SECRET, 'réponse');
  expect(unseal(SECRET, sealed)).toBe('réponse');
  expect(Buffer.from(sealed).toString('latin1')).not.toContain('ponse');
  expect(() => unseal('another secret of thirty-two letters!', sealed)).toThrow();
  const altered = Uint8Array.from(sealed, (byte, at) => (at === 14 ? byte ^ 1 : byte));
  expect(() => unseal(SECRET, altered)).toThrow();
});

test('a digest tells the same value again, for one purpose', () => {
  expect(keyedDigest(SECRET, 'person', 'a')).toBe(keyedDigest(SECRET, 'person', 'a'));
  expect(keyedDigest(SECRET, 'person', 'a')).not.toBe(keyedDigest(SECRET, 'contact', 'a'));
  expect(keyedDigest(SECRET, 'person', 'a')).not.toBe(keyedDigest(SECRET, 'person', 'b'));
});
