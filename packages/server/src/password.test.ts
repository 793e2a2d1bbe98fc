import { expect, test } from 'vitest';
import { drawnPassword, fitsPassword, hashPassword, passwordFault } from './password.ts';

test('a password is stored with what it takes to try it, and never twice alike', async () => {
  const [one, two] = [await hashPassword('girafe tondeuse'), await hashPassword('girafe tondeuse')];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(two).not.toBe(one);
  expect(await fitsPassword('girafe tondeuse', one)).toBe(true);
  expect(await fitsPassword('girafe tondeusE', one)).toBe(false);
  expect(await fitsPassword('girafe tondeuse', undefined)).toBe(false);
});

test('a long password counts whole, and accents however they are coded', async () => {
  const long = 'é'.repeat(63);
  const stored = await hashPassword(`${long}a`);
  expect(await fitsPassword(`${long}a`.normalize('NFD'), stored)).toBe(true);
  expect(await fitsPassword(`${long}b`, stored)).toBe(false);
});

test('eight characters are enough and seven are not, two hundred are and more are not', () => {
  expect(passwordFault('kzvq xwj', [])).toBeUndefined();
  expect(passwordFault('kzvq xw', [])).toContain('trop court');
  const word = 'kzvqxwjbht';
  expect(
    passwordFault(`${word.repeat(4)} ${'hibou tondeuse '.repeat(20)}`.slice(0, 200), []),
  ).toBeUndefined();
  expect(passwordFault('hibou tondeuse '.repeat(20), [])).toContain('trop long');
});

test.each([
  ...['12345678', '123456789', '87654321', '11111111', 'abababab', 'azertyuiop', 'AZERTYUIOP', 'qwertyuiop'],
  ...[
    'motdepasse',
    'MotDePasse1',
    'M0tDeP@sse!',
    'p@ssw0rd',
    'Passw0rd2026',
    'password',
    'admin2026',
    'Bonjour2026!',
  ],
  ...[
    'soleilsoleil',
    'Marseille13',
    'jeanmarie',
    'prefecture13',
    'Préfecture2026',
    'iloveyou',
    '1q2w3e4r5t',
    '1a2z3e4r',
  ],
  ...['24/11/1980', 'Novembre2026', 'doudou2019', 'nicolas75', '2026hiver', 'trustno1trustno1', 'Marianne!!'],
])('« %s » is among the first that one would try', (password) => {
  expect(passwordFault(password, [])).toContain('premiers');
});

test('what others know of the person is refused, with what people put around it', () => {
  expect(passwordFault('Zbigniewska2026', ['z.zbigniewska', 'Zofia Zbigniewska'])).toContain('premiers');
  expect(passwordFault('Zbigniewska2026', ['c.martin', 'Claude Martin'])).toBeUndefined();
});

test('a phrase of several words will do', () => {
  for (const password of [
    'girafe tondeuse cobalt mardi',
    'il pleut sur la plage de nantes',
    'kzvqxwjb',
    drawnPassword(),
  ])
    expect(passwordFault(password, ['camille', 'Camille Exemple'])).toBeUndefined();
});

test('a hostile password costs no more than another', () => {
  const started = performance.now();
  for (const text of ['a'.repeat(200), '1'.repeat(200), '@'.repeat(200), 'a1'.repeat(100)])
    passwordFault(text, ['a'.repeat(300)]);
  expect(performance.now() - started).toBeLessThan(1000);
});
