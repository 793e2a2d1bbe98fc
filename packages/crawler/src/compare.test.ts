import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareAudits, type DefectComparison } from './compare.ts';
import { address, audited, HOME, type sketched, type SketchedPage } from './compare-testing.ts';
import type { AddressFacts, LinkTarget } from './facts.ts';

const at = (path: string): string => HOME + path;
const now = { campaign: '2026-T4' };
const DEAD: LinkTarget = { outcome: 'gone', status: 404 };

/** The only defect that the two audits have. */
function only(
  before: Parameters<typeof sketched>,
  after: Parameters<typeof sketched>,
): DefectComparison | undefined {
  const { defects } = compareAudits(audited(...before), audited(after[0], { ...now, ...after[1] }));
  expect(defects.length).toBeLessThan(2);
  return defects[0];
}

test('a fault that stands where it stood is the same, although its lines moved', () => {
  const pages = (line: number): SketchedPage[] => [
    { path: '/a', line, isUndated: true },
    { path: '/b', line, browser: 'pale', links: [[at('/morte'), DEAD]] },
  ];
  const compared = compareAudits(audited(pages(10)), audited(pages(400), now));
  expect(compared.defects.map(({ change, kept }) => [change, kept])).toEqual([
    ['same', 1],
    ['same', 1],
    ['same', 1],
  ]);
});

test('a fault that its page has no more is mended, with the page to prove it', () => {
  expect(only([[{ path: '/a', isUndated: true }]], [[{ path: '/a' }]])).toMatchObject({
    ...{ change: 'mended', check: 'update-date', code: 'no-date', isProven: true },
    ...{ kept: 0, lost: [at('/a')], unjudged: [], after: [] },
  });
});

test('a fault on a page that was sound is new', () => {
  expect(only([[{ path: '/a' }]], [[{ path: '/a', isUndated: true }]])).toMatchObject({
    ...{ change: 'new', gained: [at('/a')], before: [] },
  });
});

test('one page more is worse, one less is better, one for another is the same', () => {
  const pages = (...undated: string[]): SketchedPage[] =>
    ['/a', '/b', '/c'].map((path) => ({ path, isUndated: undated.includes(path) }));
  const change = (before: string[], after: string[]): unknown => {
    const { change, kept, gained, lost } = only([pages(...before)], [pages(...after)]) ?? {};
    return { change, kept, gained, lost };
  };
  expect(change(['/a'], ['/a', '/b'])).toEqual({ change: 'worse', kept: 1, gained: [at('/b')], lost: [] });
  expect(change(['/a', '/b'], ['/a'])).toEqual({ change: 'better', kept: 1, gained: [], lost: [at('/b')] });
  expect(change(['/a', '/b'], ['/a', '/c'])).toMatchObject({ change: 'same', kept: 1 });
});

/** The same audit, its defects set aside by a person. */
const aside = (made: ReturnType<typeof audited>): ReturnType<typeof audited> => ({
  ...made,
  defects: made.defects.map((defect) => ({ ...defect, isAside: true as const })),
});

test('what a person set aside is not mended, nor to be mended; once it is gone nothing is said of it', () => {
  const faulty = audited([{ path: '/a', isUndated: true }]);
  const sound = audited([{ path: '/a' }]);
  const changesOf = (before: typeof faulty, after: typeof faulty): unknown =>
    compareAudits(before, after).defects.map(({ change, after: ids }) => [change, ids.length]);
  expect(changesOf(faulty, aside(faulty))).toEqual([['set-aside', 0]]);
  expect(changesOf(sound, aside(faulty))).toEqual([['set-aside', 0]]);
  expect(changesOf(aside(faulty), aside(faulty))).toEqual([['set-aside', 0]]);
  expect(changesOf(aside(faulty), sound)).toEqual([]);
  expect(changesOf(aside(faulty), faulty)).toEqual([['same', 1]]);
});

test('a graver fault is worse on as many pages, a lighter one better', () => {
  const grave = audited([{ path: '/a', isUndated: true }]);
  const light = {
    ...grave,
    defects: grave.defects.map((defect) => ({ ...defect, severity: 'info' as const })),
  };
  expect(compareAudits(light, grave).defects[0]?.change).toBe('worse');
  expect(compareAudits(grave, light).defects[0]?.change).toBe('better');
});

test('a fault goes with its page: removed, or joined to another that was there already', () => {
  const other: SketchedPage = { path: '/b' };
  const gone: SketchedPage = { path: '/a', address: { outcome: 'gone', status: 404 } };
  const joined: SketchedPage = { path: '/a', address: { outcome: 'redirected', finalUrl: at('/b') } };
  for (const then of [gone, joined]) {
    expect(only([[{ path: '/a', isUndated: true }, other]], [[then, other]])).toMatchObject({
      ...{ change: 'mended', lost: [], removed: [at('/a')] },
    });
  }
});

test('a page that was not read this time mends nothing', () => {
  const unread: Partial<AddressFacts>[] = [
    { outcome: 'out_of_scope', reason: 'budget' },
    { outcome: 'blocked', status: 403 },
    { outcome: 'timeout', status: 0 },
    { outcome: 'server_error', status: 500 },
    { outcome: 'refused_by_robots' },
  ];
  for (const partial of unread) {
    const after: SketchedPage[] = [{ path: '/' }, { path: '/a', address: partial }];
    expect(only([[{ path: '/a', isUndated: true }]], [after])).toMatchObject({
      ...{ change: 'unjudged', lost: [], unjudged: [at('/a')] },
    });
  }
});

test('a page to which nothing leads any more mends nothing', () => {
  expect(only([[{ path: '/a', isUndated: true }]], [[{ path: '/b' }]])?.change).toBe('unjudged');
});

test('what only a browser sees is mended where one looked again', () => {
  const before: SketchedPage[] = [{ path: '/a', browser: 'pale' }];
  expect(only([before], [[{ path: '/a', browser: 'sound' }]])?.change).toBe('mended');
  expect(only([before], [[{ path: '/a' }]])?.change).toBe('unjudged');
  expect(only([[{ path: '/a' }]], [before])?.change).toBe('newly-judged');
});

test('a fault on a page that nobody had read is judged for the first time; on an added page it is new', () => {
  const after: SketchedPage[] = [{ path: '/' }, { path: '/a', isUndated: true }];
  const budget: SketchedPage = { path: '/a', address: { outcome: 'out_of_scope', reason: 'budget' } };
  expect(only([[{ path: '/' }, budget]], [after])).toMatchObject({
    ...{ change: 'newly-judged', firstJudged: [at('/a')], gained: [] },
  });
  expect(only([[{ path: '/' }]], [after])).toMatchObject({ change: 'new', gained: [at('/a')] });
  const other: SketchedPage = { ...budget, path: '/autre' };
  expect(only([[{ path: '/' }, other]], [after])?.change).toBe('newly-judged');
});

test('a link is mended when its target answers or when it is gone, not when the target keeps silent', () => {
  const linked = (target: LinkTarget): SketchedPage[] => [{ path: '/a', links: [[at('/morte'), target]] }];
  const target = (partial: Partial<AddressFacts>): { addresses: AddressFacts[] } => ({
    addresses: [address(at('/morte'), partial)],
  });
  const before: Parameters<typeof sketched> = [linked(DEAD), target({ outcome: 'gone' })];
  expect(only(before, [linked({ outcome: 'ok' }), target({})])?.change).toBe('mended');
  expect(only(before, [[{ path: '/a' }]])?.change).toBe('mended');
  const budget = { outcome: 'out_of_scope', reason: 'budget' } as const;
  expect(only(before, [linked(budget), target(budget)])?.change).toBe('unjudged');
});

test('a fault that the same check now tells otherwise is not mended', () => {
  const linked = (target: LinkTarget): SketchedPage[] => [{ path: '/a', links: [[at('/morte'), target]] }];
  const { defects } = compareAudits(
    audited(linked(DEAD), { addresses: [address(at('/morte'), { outcome: 'gone' })] }),
    audited(linked({ outcome: 'server_error', status: 500 }), {
      ...now,
      addresses: [address(at('/morte'), { outcome: 'server_error', status: 500 })],
    }),
  );
  expect(defects.map(({ code, change }) => `${code} ${change}`)).toEqual([
    'internal-dead unjudged',
    'internal-error newly-judged',
  ]);
});

test('a defect follows its page to its new address', () => {
  const before: SketchedPage[] = [{ path: '/' }, { path: '/a', isUndated: true }];
  const moved: SketchedPage[] = [
    { path: '/' },
    { path: '/a', address: { outcome: 'redirected', finalUrl: at('/b') } },
    { path: '/b', isUndated: true },
  ];
  expect(only([before], [moved])).toMatchObject({ change: 'same', kept: 1, gained: [], removed: [] });
  const mended = moved.map(({ isUndated: _, ...rest }) => rest);
  expect(only([before], [mended])).toMatchObject({ change: 'mended', lost: [at('/a')] });
});

test('pages that another service takes over are no new defect', () => {
  const audit = audited([{ path: '/a', isUndated: true }]);
  const taken = { ...audit, defects: audit.defects.map((each) => ({ ...each, id: 'x', service: 'Titres' })) };
  expect(compareAudits(audit, taken).defects).toMatchObject([{ change: 'same', kept: 1, service: 'Titres' }]);
});

test('a fault shared out between two services is one, and the sum of its pages', () => {
  const pages = ['/a', '/b', '/c'].map((path) => ({ path, isUndated: true }));
  const audit = audited(pages);
  const [whole] = audit.defects;
  if (!whole) throw new Error('no defect');
  const shared = ['/a', '/b'].map((path) => ({ ...whole, id: path, service: path, pages: [at(path)] }));
  const { defects } = compareAudits(audit, { ...audit, defects: shared });
  expect(defects).toMatchObject([{ change: 'better', kept: 2, lost: [at('/c')], after: ['/a', '/b'] }]);
});

test('without the feed that it was judged with, a sheet is no longer judged', () => {
  const audit = audited([{ path: '/a', isUndated: true }], { references: ['feed'] });
  const defects = audit.defects.map((defect) => ({ ...defect, check: 'sheet-warning' }));
  const without = audited([{ path: '/a' }], now);
  expect(compareAudits({ ...audit, defects }, without).defects[0]?.change).toBe('unjudged');
  expect(compareAudits(without, { ...audit, defects }).defects[0]?.change).toBe('newly-judged');
  const withFeed = { ...without, references: ['feed' as const] };
  expect(compareAudits({ ...audit, defects }, withFeed).defects[0]?.change).toBe('mended');
});

test('what the configuration sets aside now is not mended', () => {
  const reason = { reason: 'En travaux', expires: '2026-12-31' };
  const ignored = [{ finding: 'x', check: 'update-date', url: at('/a'), message: '', ...reason }];
  expect(only([[{ path: '/a', isUndated: true }]], [[{ path: '/a' }], { ignored }])?.change).toBe('unjudged');
});

test('a kind of fault that only another version looks for is judged for the first time', () => {
  const after: SketchedPage[] = [{ path: '/a', isUndated: true }];
  expect(only([[{ path: '/a' }], { readWith: '1 4' }], [after, { readWith: '2 4' }])?.change).toBe(
    'newly-judged',
  );
});

test('what is said of the whole site is mended unless this audit was cut short', () => {
  const audit = audited([{ path: '/a', isUndated: true }]);
  const before = { ...audit, defects: audit.defects.map((defect) => ({ ...defect, pages: [HOME] })) };
  const after = audited([{ path: '/a' }], now);
  expect(compareAudits(before, after).defects[0]?.change).toBe('mended');
  expect(compareAudits(before, { ...after, isPartial: true }).defects[0]?.change).toBe('unjudged');
});

test('the items of the grid are compared in the words of the campaigns', () => {
  const { items, counts } = compareAudits(
    audited([{ path: '/a', isUndated: true }]),
    audited([{ path: '/a' }], now),
  );
  expect(items.find(({ item }) => item === 'TEC-04')).toMatchObject({
    before: 'non_conforme',
    change: 'improved',
  });
  expect(Object.values(counts.items).reduce((sum, n) => sum + n, 0)).toBe(97);
});

const sketch = fc.uniqueArray(
  fc.record({
    path: fc.constantFrom('/', '/a', '/b', '/c', '/d'),
    isUndated: fc.boolean(),
    browser: fc.constantFrom('pale' as const, 'sound' as const),
    links: fc.constantFrom([], [[at('/morte'), DEAD] as const]),
    address: fc.constantFrom(
      {},
      {},
      { outcome: 'gone' as const },
      { outcome: 'timeout' as const, status: 0 },
    ),
  }),
  { selector: ({ path }) => path },
);

test('an audit compared with itself is all the same', () => {
  fc.assert(
    fc.property(sketch, (pages) => {
      const audit = audited(pages);
      const { defects, moved } = compareAudits(audit, audit);
      expect(defects.every(({ change }) => change === 'same')).toBe(true);
      expect(moved).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('every defect of each audit has one place, and every page of it one fate', () => {
  fc.assert(
    fc.property(sketch, sketch, (old, young) => {
      const [before, after] = [audited(old), audited(young, now)];
      const { defects } = compareAudits(before, after);
      expect(defects.flatMap((each) => each.before).sort()).toEqual(
        before.defects.map(({ id }) => id).sort(),
      );
      expect(defects.flatMap((each) => each.after).sort()).toEqual(after.defects.map(({ id }) => id).sort());
      for (const each of defects) {
        const had = before.defects.filter(({ id }) => each.before.includes(id)).flatMap(({ pages }) => pages);
        const { kept, lost, removed, unjudged } = each;
        expect(kept + lost.length + removed.length + unjudged.length).toBe(had.length);
        if (each.change === 'mended') expect([each.after, unjudged]).toEqual([[], []]);
      }
    }),
    { numRuns: 60 },
  );
});
