import { expect, test } from 'vitest';
import { configGaps, configNeeds } from './config-gaps.ts';
import { configSchema, parseConfig, type Config } from './config.ts';
import { grid } from './grid.ts';

const read = (rest: object): Config => {
  const parsed = parseConfig({ site: { address: 'https://www.exemple.gouv.fr' }, ...rest });
  if ('config' in parsed) return parsed.config;
  throw new Error(parsed.issues.map(({ message }) => message).join('\n'));
};
const paths = (rest: object): string[] => configGaps(read(rest)).map(({ path }) => path.join('.'));

test('without a site, the sites as a whole are unknown, not their parts', () => {
  expect(paths({}).filter((path) => path.startsWith('sites'))).toEqual(['sites']);
});

test('each site says what it lacks', () => {
  const sites = [
    {
      id: 'aix',
      name: 'Aix',
      kind: 'sous-prefecture',
      address: '1 rue de l’Exemple',
      phones: [],
      email: null,
    },
    { id: 'arles', name: 'Arles', kind: 'sous-prefecture', email: 'arles@exemple.fr' },
  ];
  expect(paths({ sites }).filter((path) => path.startsWith('sites'))).toEqual([
    'sites.1.address',
    'sites.0.phones',
    'sites.1.phones',
    'sites.0.hours',
    'sites.1.hours',
    'sites.0.email',
  ]);
});

test('a gap names the grid items and features that wait for it', () => {
  const gap = configGaps(read({})).find(({ path }) => path.join('.') === 'label');
  expect(gap?.neededFor).toEqual(['RES-03', 'badge des résultats']);
});

test('a procedure without booking lacks its mode and its address', () => {
  const gaps = paths({ procedures: [{ label: { fr: 'Passeport' } }] });
  expect(gaps).toContain('procedures.0.booking.mode');
  expect(gaps).toContain('procedures.0.booking.address');
});

test.each([
  ['own-slots', true],
  ['official-service', true],
  ['convocation', false],
  ['mail-or-phone', false],
])('a procedure received by %s lacks a booking address: %s', (mode, lacks) => {
  const gaps = paths({ procedures: [{ label: { fr: 'Passeport' }, booking: { mode } }] });
  expect(gaps.includes('procedures.0.booking.address')).toBe(lacks);
});

test('what is known is no gap', () => {
  expect(paths({ crawl: { contact: 'qualite@exemple.fr' } })).not.toContain('crawl.contact');
  expect(paths({})).toContain('crawl.contact');
});

test('each need is a key of the configuration', () => {
  interface Shape {
    readonly entries?: Readonly<Record<string, Shape>>;
    readonly item?: Shape;
    readonly wrapped?: Shape;
    readonly pipe?: readonly Shape[];
  }
  const inner = (shape: Shape | undefined): Shape | undefined =>
    shape?.wrapped ? inner(shape.wrapped) : shape;
  const step = (shape: Shape | undefined, key: string): Shape | undefined =>
    key === '*' ? inner(shape)?.item : inner(shape)?.entries?.[key];
  const root = configSchema as unknown as Shape;
  const unknown = configNeeds.filter(({ at }) => at.reduce<Shape | undefined>(step, root) === undefined);
  expect(unknown).toEqual([]);
});

test('each grid item named is one of the grid', () => {
  const items = configNeeds.flatMap(({ neededFor }) => neededFor.filter((need) => /^[A-Z]/.test(need)));
  const ids = grid.map(({ id }) => id);
  expect(items.filter((item) => !ids.includes(item))).toEqual([]);
});
