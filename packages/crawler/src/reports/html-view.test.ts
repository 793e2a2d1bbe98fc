import { expect, test } from 'vitest';
import { address, finding, report } from './fixture.ts';
import { sharesOf, viewOf } from './html-view.ts';

test('short lists are shown whole, and what they leave goes to the long ones', () => {
  expect(sharesOf([10, 1000, 20])).toEqual([10, 300, 20]);
  expect(sharesOf([100, 1000, 1000, 1000])).toEqual([100, 166, 167, 167]);
  expect(sharesOf([])).toEqual([]);
});

test('every list shows one defect at least', () => {
  const shares = sharesOf(Array<number>(700).fill(5));
  expect(Math.min(...shares)).toBe(1);
});

test('the more defects are shown, the fewer pages of each are', () => {
  const shown = (count: number): number => {
    const findings = Array.from({ length: count }, (_, index) => finding({ cause: String(index) }));
    return viewOf(report({ findings })).pagesShown;
  };
  expect(shown(1)).toBe(25);
  expect(shown(120)).toBe(25);
  expect(shown(150)).toBe(20);
  expect(shown(300)).toBe(10);
});

test('a page is named without the name of the site, which all pages share', () => {
  const titled = (...titles: string[]) =>
    titles.map((title, n) => address({ url: `https://www.exemple.gouv.fr/${String(n)}`, title }));
  const nameOf = (titles: readonly string[]): string =>
    viewOf(report({ addresses: titled(...titles) }))
      .page('https://www.exemple.gouv.fr/0')
      .toString()
      .replaceAll(/<[^>]*>/g, '');
  const name = ' - Les services de l’État';
  expect(nameOf([`Contact${name}`, `Passeport${name}`, `Accueil${name}`])).toBe('Contact /0');
  expect(nameOf([`Contact${name}`, 'Passeport', 'Accueil'])).toBe(`Contact${name} /0`);
  expect(nameOf([name.slice(3), `Passeport${name}`, `Séjour${name}`, `Vote${name}`])).toBe(
    `${name.slice(3)} /0`,
  );
});
