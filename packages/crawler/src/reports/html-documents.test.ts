import { expect, test } from 'vitest';
import { address, finding, report } from './fixture.ts';
import { documentsSection } from './html-documents.ts';
import { viewOf } from './html-view.ts';

const text = (...addresses: readonly Parameters<typeof address>[0][]): string =>
  documentsSection(viewOf(report({ addresses: addresses.map((one) => address(one)), findings: [] })))
    .toString()
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ');

test('documents are counted by what they are, those read whole by what they lack', () => {
  const pdf = { kind: 'document', magic: 'pdf' } as const;
  const said = text(
    pdf,
    { ...pdf, document: { format: 'pdf', isTagged: false, title: null } },
    { ...pdf, document: { format: 'pdf', isTagged: true, title: 'Arrêté' } },
    { ...pdf, document: { format: 'pdf', failure: 'timeout' } },
    { kind: 'document', outcome: 'timeout' },
  );
  expect(said).toContain('PDF 4 2 1 1');
  expect(said).toContain('Autres 1 0 – –');
});

test('a document that was not asked for is not counted', () => {
  expect(text({ kind: 'document', outcome: 'out_of_scope', reason: 'budget' })).toContain(
    'Aucun document n’a été demandé.',
  );
  expect(text({ kind: 'document', outcome: 'refused_by_robots' })).toContain('Aucun document');
});

const SITE = 'https://www.exemple.gouv.fr';
const PDF = `${SITE}/contenu/telechargement/plan.pdf`;
const untagged = {
  ...({ check: 'document-accessibility', code: 'untagged', owner: 'document', cause: PDF } as const),
  message: 'Le PDF n’est pas balisé\u00A0: le refaire.',
};

const faulty = (...findings: readonly Parameters<typeof finding>[0][]): string =>
  documentsSection(viewOf(report({ findings: findings.map((one) => finding(one)) }))).toString();

test('a document with faults is named once, with each of them and where it is linked', () => {
  const made = faulty(
    untagged,
    { ...untagged, url: `${SITE}/Contact` },
    { ...untagged, code: 'no-title', message: 'Le document n’a pas de titre.', outcome: 'cantTell' },
  );
  const said = made.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
  expect(said).toContain('1 document à reprendre /contenu/telechargement/plan.pdf');
  expect(said).toContain('Le PDF n’est pas balisé : le refaire. lien sur 2 pages');
  expect(said).toContain('? À vérifier Le document n’a pas de titre. lien sur 1 page');
});

test('what is wrong with the words of a link is no fault of the document', () => {
  const detail = { check: 'document-links', code: 'incomplete-detail', cause: 'la taille' };
  expect(faulty(detail)).not.toContain('à reprendre');
  expect(faulty({ ...detail, code: 'wrong-size', cause: PDF })).toContain('1\u00A0document à reprendre');
});

test('a long list of documents says how many it leaves out', () => {
  const many = Array.from({ length: 53 }, (_, n) => ({ ...untagged, cause: `${SITE}/${String(n)}.pdf` }));
  expect(faulty(...many)).toContain('et 3\u00A0autres documents');
});
