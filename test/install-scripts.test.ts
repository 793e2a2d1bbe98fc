import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));

interface Locked {
  readonly hasInstallScript?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly integrity?: string;
  readonly link?: boolean;
}
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const installed = Object.entries(packages)
  .filter(([path]) => path.includes('node_modules/'))
  .map(([path, locked]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 13), ...locked }));

test('what runs a script when it is installed on our systems is allowed by name, and nothing else is', () => {
  const { allowScripts } = read('package.json') as { allowScripts: Record<string, boolean> };
  const runs = installed.filter(
    ({ hasInstallScript, os, cpu }) =>
      hasInstallScript &&
      (os ?? ['linux']).includes('linux') &&
      (cpu ?? ['x64']).some((each) => /64$/.test(each)),
  );
  const ours = runs.map(({ name }) => name).filter((name) => !name.endsWith('ppc64'));
  expect([...new Set(ours)].sort()).toEqual(Object.keys(allowScripts).sort());
});

test('every dependency is locked by the digest of what it was when it was chosen', () => {
  const loose = installed.filter(({ link, integrity }) => !link && !integrity?.startsWith('sha512-'));
  expect(loose.map(({ name }) => name)).toEqual([]);
});
