import { expect, test } from 'vitest';
import { address, report } from './fixture.ts';
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
