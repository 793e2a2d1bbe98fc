import { expect, test } from 'vitest';
import {
  auditDocumentsLead,
  auditGaps,
  auditIssues,
  auditOutline,
  auditPurposeLabels,
  auditPurposes,
  auditReportSchema,
  documentsDueOn,
  findingCounts,
  findingKindLabels,
  findingKinds,
  type AuditFinding,
  type AuditReport,
} from './audit-report.ts';
import { gapSchema, planAction, type Action } from './improvement.ts';
import { parse } from './parse.ts';

const finding = (over: Partial<AuditFinding> = {}): AuditFinding => ({
  id: 'e-1',
  kind: 'gap',
  subject: 'Badge absent',
  reference: undefined,
  site: undefined,
  service: undefined,
  severity: undefined,
  evidence: [],
  ...over,
});
const report = (over: Partial<AuditReport> = {}): AuditReport => ({
  id: 'interne-2026',
  kind: 'internal',
  purpose: 'self-check',
  from: '2026-10-05',
  to: '2026-10-06',
  auditor: { organisation: 'Préfecture voisine', service: undefined },
  scope: { modules: [1, 4], sites: ['aix'], services: ['baas'], headcount: 12 },
  documents: [],
  plan: [],
  evaluation: [],
  findings: [finding()],
  closed: undefined,
  ...over,
});
const action = (over: Partial<Action> = {}): Action => ({
  ...planAction({
    id: 'a-1',
    gap: 'audit:interne-2026:e-1',
    kind: 'corrective',
    origin: 'internal-audit',
    what: 'Distribuer les badges',
    owner: 'Chef du bureau de l’accueil',
    dueOn: '2026-12-31',
    on: '2026-10-12',
    by: 'Responsable qualité',
  }),
  ...over,
});
const places = (value: unknown): string[] => {
  const result = parse(auditReportSchema, value);
  return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
};
const issuesOf = (over: Partial<AuditReport>, actions: readonly Action[] = [action()]): string[] =>
  auditIssues(report(over), { actions, documentsLead: 1 }).map(({ code, about }) => `${code} ${about}`);

test('a report says when, by whom, of what, and what was found', () => {
  expect(places(report())).toEqual([]);
  expect(places(report({ from: '2026-10-06' }))).toEqual([]);
  expect(places(report({ from: '2026-10-07' }))).toEqual(['to']);
  expect(places(report({ findings: [finding(), finding({ kind: 'strength' })] }))).toEqual(['findings']);
  expect(places(report({ findings: [finding(), finding({ id: 'e-2' })] }))).toEqual([]);
  expect(places({ ...report(), kind: 'surprise', purpose: 'fun' })).toEqual(['kind', 'purpose']);
});

test('each finding that is a gap opens one, and no other does', () => {
  const findings = [
    finding({ id: 'p-1', kind: 'strength' }),
    finding({ id: 's-1', kind: 'weak-point' }),
    finding({ id: 'l-1', kind: 'improvement-lead' }),
    finding({ reference: 'III.2', site: 'aix', service: 'baas', severity: 'mineur' }),
    finding({ id: 'e-2', subject: 'Affichage périmé' }),
  ];
  const gaps = auditGaps(report({ findings }));
  expect(gaps).toStrictEqual([
    {
      id: 'audit:interne-2026:e-1',
      origin: 'internal-audit',
      foundOn: '2026-10-06',
      subject: 'Badge absent',
      reference: 'III.2',
      site: 'aix',
      service: 'baas',
      severity: 'mineur',
    },
    {
      id: 'audit:interne-2026:e-2',
      origin: 'internal-audit',
      foundOn: '2026-10-06',
      subject: 'Affichage périmé',
    },
  ]);
  expect(gaps.every((gap) => 'value' in parse(gapSchema, gap))).toBe(true);
  expect(auditGaps(report({ kind: 'external' }))[0]?.origin).toBe('external-audit');
  expect(findingCounts({ findings })).toEqual({
    strength: 1,
    'weak-point': 1,
    'improvement-lead': 1,
    gap: 2,
  });
});

test('an audit by an outside eye whose gaps are being mended has no issue', () => {
  expect(issuesOf({})).toEqual([]);
});

test('a service does not audit itself, another one of the préfecture may', () => {
  const by = (service: string) => issuesOf({ auditor: { organisation: 'Préfecture', service } });
  expect(by('baas')).toEqual(['no-outside-eye baas']);
  expect(by('controle-de-gestion')).toEqual([]);
});

test('only an external audit gives, follows or renews the label', () => {
  expect(issuesOf({ purpose: 'renewal' })).toEqual(['purpose-mismatch renewal']);
  expect(issuesOf({ kind: 'external', purpose: 'follow-up' })).toEqual([]);
  expect(issuesOf({ kind: 'external' })).toEqual(['purpose-mismatch self-check']);
});

test('documents are supplied a month before the first day', () => {
  expect(documentsDueOn(report(), auditDocumentsLead.value)).toBe('2026-09-05');
  const documents = (suppliedOn?: string) => issuesOf({ documents: [{ title: 'Organigramme', suppliedOn }] });
  expect(documents('2026-09-05')).toEqual([]);
  expect(documents('2026-09-06')).toEqual(['document-late Organigramme']);
  expect(documents()).toEqual(['document-late Organigramme']);
});

test('each gap has a corrective action that holds', () => {
  expect(issuesOf({}, [])).toEqual(['gap-without-action audit:interne-2026:e-1']);
  expect(issuesOf({}, [action({ state: 'abandoned' })])).toEqual([
    'gap-without-action audit:interne-2026:e-1',
  ]);
  expect(issuesOf({}, [action({ kind: 'preventive' })])).toEqual([
    'gap-without-action audit:interne-2026:e-1',
  ]);
});

test('an issue says in French what to do', () => {
  const told = auditIssues(
    report({
      purpose: 'labelling',
      auditor: { organisation: 'Préfecture', service: 'baas' },
      documents: [
        { title: 'Organigramme', suppliedOn: undefined },
        { title: 'Plan', suppliedOn: '2026-10-01' },
      ],
    }),
    { actions: [], documentsLead: 1 },
  );
  expect(told.map(({ message }) => message.replaceAll('\u00a0', ' '))).toEqual([
    'Le service « baas » s’audite lui-même : confier l’audit à un regard extérieur.',
    'Seul un audit externe donne, suit ou renouvelle le label : corriger la nature ou l’objet de l’audit.',
    'Document « Organigramme » : pas encore fourni, attendu pour le 2026-09-05.',
    'Document « Plan » : fourni le 2026-10-01, attendu pour le 2026-09-05.',
    'Écart « Badge absent » : aucune action corrective en cours. En décider une.',
  ]);
});

const empty = (over: Partial<AuditReport>): string[] =>
  auditOutline(report(over))
    .filter(({ filled }) => !filled)
    .map(({ id }) => id);

test('the parts of a report are those of the ministry’s model', () => {
  expect(auditOutline(report()).map(({ title }) => title)).toEqual([
    'Présentation et périmètre',
    'Plan d’audit',
    'Évaluation',
    'Synthèse des constats',
    'Fiches d’écart',
    'Clôture',
    'Lexique',
    'Documents à fournir',
  ]);
});

test('a part is filled in when all of it is', () => {
  const whole: Partial<AuditReport> = {
    documents: [{ title: 'Organigramme', suppliedOn: '2026-09-01' }],
    plan: [{ on: '2026-10-05', subject: 'Réunion d’ouverture', site: undefined, service: undefined }],
    evaluation: [{ reference: 'III.1', text: 'Accueil attentif' }],
    findings: [finding({ reference: 'III.1', severity: 'mineur' })],
    closed: { on: '2026-10-20', by: 'Préfecture voisine', conclusion: 'Un écart mineur' },
  };
  expect(empty(whole)).toEqual([]);
  expect(empty({ ...whole, scope: { ...report().scope, modules: [] } })).toEqual(['scope']);
  expect(empty({ ...whole, scope: { ...report().scope, sites: [] } })).toEqual(['scope']);
  expect(empty({ ...whole, plan: [], evaluation: [], closed: undefined })).toEqual([
    'plan',
    'evaluation',
    'closing',
  ]);
  expect(empty({ ...whole, findings: [] })).toEqual(['findings']);
  expect(empty({ ...whole, findings: [finding({ severity: 'mineur' })] })).toEqual(['gap-sheets']);
  expect(empty({ ...whole, findings: [finding({ reference: 'III.1' })] })).toEqual(['gap-sheets']);
  expect(empty({ ...whole, findings: [finding({ kind: 'strength' })] })).toEqual([]);
  expect(empty({ ...whole, documents: [] })).toEqual(['documents']);
  const one = { title: 'Plan', suppliedOn: undefined };
  expect(empty({ ...whole, documents: [...(whole.documents ?? []), one] })).toEqual(['documents']);
  expect(empty({ ...whole, documents: [{ title: 'Organigramme', suppliedOn: undefined }] })).toEqual([
    'documents',
  ]);
});

test('every purpose and every kind of finding has its French name', () => {
  expect(Object.keys(auditPurposeLabels)).toEqual([...auditPurposes]);
  expect(Object.keys(findingKindLabels)).toEqual([...findingKinds]);
});
