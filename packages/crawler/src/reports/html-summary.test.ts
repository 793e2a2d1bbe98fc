import { grid } from '@qualepref/core';
import { expect, test } from 'vitest';
import { changesOf } from './changes-fixture.ts';
import { finding, report } from './fixture.ts';
import { summarySection } from './html-summary.ts';
import { viewOf } from './html-view.ts';

const text = (partial: Parameters<typeof report>[0] = {}): string =>
  summarySection(viewOf(report(partial)))
    .toString()
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ');

const undecided = (count: number): Parameters<typeof report>[0] => ({
  grid: grid.slice(0, count).map(({ id }) => ({
    ...{ item: id, verdict: 'a_verifier' as const, by: 'audit', date: '2026-11-24', findings: [] },
  })),
});

test('the first screen says how much there is to decide, and how long it takes', () => {
  expect(text(undecided(1))).toContain('1 point Environ 1 minute,');
  expect(text(undecided(59))).toContain('59 points Environ 59 minutes,');
  expect(text(undecided(60))).toContain('Environ 1 h 00,');
  expect(text(undecided(65))).toContain('Environ 1 h 05,');
});

test('the three defects to mend first come by harm, pages and who can mend them', () => {
  const findings = [
    finding({ cause: 'a', message: 'Mineur.', severity: 'minor' }),
    finding({ cause: 'b', message: 'Chez un autre.', severity: 'major', owner: 'third-party' }),
    finding({ cause: 'c', message: 'Majeur ici.', severity: 'major' }),
    finding({ cause: 'd', message: 'Bloquant.', severity: 'blocking' }),
    finding({ cause: 'e', message: 'Seulement dit.', severity: 'info' }),
    finding({ cause: 'f', message: 'Un doute.', severity: 'blocking', outcome: 'cantTell' }),
  ];
  const said = text({ findings });
  expect(said).toMatch(
    /À corriger d’abord Bloquant Bloquant\. 1 page · Contributeurs du site Majeur Majeur ici\..* Majeur Chez un autre\. 1 page · Chez d’autres sites Tout/,
  );
  for (const left of ['Mineur.', 'Seulement dit.', 'Un doute.']) expect(said).not.toContain(left);
});

test('each rubric is drawn, a square an item, and told in words', () => {
  const [first] = grid;
  const own = grid.filter(({ rubrique }) => rubrique === first?.rubrique).length;
  const made = summarySection(viewOf(report(undecided(own)))).toString();
  expect(made.match(/<rect /g)).toHaveLength(own);
  expect(text(undecided(own))).toContain(`0 conforme sur 0 décidé, ${String(own)} restants`);
});

test('the first screen tells what changed, where there was an audit before', () => {
  const changes = changesOf(report());
  expect(text()).not.toContain('Ce qui a changé');
  expect(text({ changes })).toMatch(
    /Ce qui a changé Depuis le 3e trimestre 2026 : \d+ défauts? [^.]+\. Voir lesquels/,
  );
});

test('a defect to mend first is told in whole words, up to what to do', () => {
  const message = `La mention «\u00A0Accessibilité\u00A0» ne donne pas le niveau de conformité\u00A0: ${'l’ajouter au pied de chaque page, '.repeat(5)}sans attendre.`;
  expect(text({ findings: [finding({ message })] })).toContain(
    'Mineur La mention « Accessibilité » ne donne pas le niveau de conformité… 1 page',
  );
});

test('two defects to mend first that read alike are told apart by what they are about', () => {
  const dead = (cause: string) => finding({ cause, message: 'Corriger ce lien.' });
  const findings = [dead('https://a.fr/Perdu'), dead('https://a.fr/Fini?id=1')];
  const said = text({ findings });
  expect(said).toContain('Corriger ce lien. (/Perdu) 1 page');
  expect(said).toContain('Corriger ce lien. (/Fini?id=1) 1 page');
  expect(text({ findings: findings.slice(1) })).toContain('Corriger ce lien. 1 page');
});
