import { expect, test } from 'vitest';
import { authorizationFrom } from './authorization.ts';

const read = (secret: string | undefined, name = 'QUALEPREF_AUTH') =>
  authorizationFrom(name, secret === undefined ? {} : { [name]: secret });

test('a name and a password become a Basic header, whatever their letters', () => {
  expect(read('agent:motdepasse')).toBe('Basic YWdlbnQ6bW90ZGVwYXNzZQ==');
  expect(read('agent:é:è')).toBe(`Basic ${Buffer.from('agent:é:è').toString('base64')}`);
});

test('a whole header is sent as it is', () => {
  expect(read('Bearer abc.def')).toBe('Bearer abc.def');
  expect(read(' Basic eDp5\n')).toBe('Basic eDp5');
});

test('a variable that is absent, empty or holds no access is an error that names it and not what it holds', () => {
  for (const secret of [undefined, '', 'secret', ':secret', 'agent:'])
    expect(() => read(secret)).toThrow(expect.objectContaining({ code: 'auth-missing' }));
  expect(() => read('s3cret')).toThrow(/QUALEPREF_AUTH/);
  expect(() => read('s3cret')).not.toThrow(/s3cret/);
});

test('a configuration that holds the secret itself is refused, without repeating it', () => {
  expect(() => read('x', 'agent:s3cret')).toThrow(expect.objectContaining({ code: 'config-auth' }));
  expect(() => read('x', 'agent:s3cret')).not.toThrow(/s3cret/);
});
