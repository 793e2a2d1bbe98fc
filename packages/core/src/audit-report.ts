import * as v from 'valibot';
import { addMonths } from './day.ts';
import { gapsWithoutAction } from './improvement-plan.ts';
import type { Action, Gap, GapOrigin } from './improvement.ts';
import { moduleNumber } from './module.ts';
import type { Sourced } from './provenance.ts';
import { count, id, isoDay, list, oneOf, section, text, unknownYet } from './schema.ts';

export const auditKinds = ['internal', 'external'] as const;
export type AuditKind = (typeof auditKinds)[number];

/** What an audit is for: only an external one gives or keeps the label. */
export const auditPurposes = ['self-check', 'labelling', 'follow-up', 'renewal'] as const;
export type AuditPurpose = (typeof auditPurposes)[number];

export const auditPurposeLabels: Readonly<Record<AuditPurpose, string>> = {
  'self-check': 'audit interne',
  labelling: 'audit de labellisation',
  'follow-up': 'audit de suivi',
  renewal: 'audit de renouvellement',
};

/** What an auditor finds; only a gap must be corrected. */
export const findingKinds = ['strength', 'weak-point', 'improvement-lead', 'gap'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** The words of audits, as seen in the Loire in 2022. They are the lexicon of the report too. */
export const findingKindLabels: Readonly<Record<FindingKind, string>> = {
  strength: 'point fort',
  'weak-point': 'point sensible',
  'improvement-lead': 'piste de progrès',
  gap: 'écart',
};

const ORDER = 'une date de fin : au plus tôt celle du début, from';
const UNIQUE = 'une suite de constats : chacun a son numéro';

const auditFindingSchema = section({
  /** Its number in the report: `1`, `e-3`. */
  id,
  kind: oneOf(findingKinds),
  /** French: what was seen. */
  subject: text(),
  /** Chapter or requirement that it is about. */
  reference: unknownYet(text()),
  site: unknownYet(id),
  service: unknownYet(id),
  /** Of a gap: one of the words of the list in use, by default `gapSeverities`. */
  severity: unknownYet(id),
  /** What it rests on. */
  evidence: v.optional(list(text(), 'de preuves'), []),
});
export type AuditFinding = v.InferOutput<typeof auditFindingSchema>;

/** The report of an audit; its parts are those of the ministry’s model of 2015. */
export const auditReportSchema = v.pipe(
  section({
    id,
    kind: oneOf(auditKinds),
    purpose: oneOf(auditPurposes),
    /** First and last day on site. */
    from: isoDay,
    to: isoDay,
    auditor: section({
      /** The certification body, the other préfecture, or the service that it comes from. */
      organisation: text(),
      /** Of an auditor from the préfecture itself. */
      service: unknownYet(id),
    }),
    scope: section({
      modules: list(moduleNumber, 'de modules'),
      sites: list(id, 'de sites'),
      services: v.optional(list(id, 'de services'), []),
      /** Agents concerned. */
      headcount: unknownYet(count),
    }),
    /** What had to be supplied beforehand. */
    documents: v.optional(
      list(section({ title: text(), suppliedOn: unknownYet(isoDay) }), 'de documents à fournir'),
      [],
    ),
    /** Who was seen, when and about what. */
    plan: v.optional(
      list(
        section({ on: isoDay, subject: text(), site: unknownYet(id), service: unknownYet(id) }),
        'd’étapes',
      ),
      [],
    ),
    /** French: what the auditor says of each chapter. */
    evaluation: v.optional(list(section({ reference: text(), text: text() }), 'd’appréciations'), []),
    findings: v.pipe(
      list(auditFindingSchema, 'de constats'),
      v.check((findings) => new Set(findings.map(({ id }) => id)).size === findings.length, UNIQUE),
    ),
    /** The closing record: its conclusions were presented. */
    closed: unknownYet(section({ on: isoDay, by: text(), conclusion: text() })),
  }),
  v.forward(
    v.partialCheck([['from'], ['to']], ({ from, to }) => from <= to, ORDER),
    ['to'],
  ),
);
export type AuditReport = v.InferOutput<typeof auditReportSchema>;

/** Months before an audit when the documents are to be supplied. */
export const auditDocumentsLead: Sourced<number> = {
  value: 1,
  provenance: {
    origin: 'P',
    source: 'Modèle ministériel de rapport d’audit interne (Moselle, 2015)\u00a0: environ un mois avant',
  },
};

/**
 * ISO day by which the documents of an audit are to be supplied.
 *
 * @param months before its first day, by default `auditDocumentsLead`
 */
export function documentsDueOn({ from }: Pick<AuditReport, 'from'>, months: number): string {
  return addMonths(from, -months);
}

/** The gaps that an audit opens, of its last day: one for each finding that is a gap. */
export function auditGaps({
  id,
  kind,
  to,
  findings,
}: Pick<AuditReport, 'id' | 'kind' | 'to' | 'findings'>): readonly Gap[] {
  return findings
    .filter((finding) => finding.kind === 'gap')
    .map(({ id: finding, subject, reference, site, service, severity }) => ({
      id: ['audit', id, finding].join(':'),
      origin: ORIGINS[kind],
      foundOn: to,
      subject,
      ...(reference === undefined ? {} : { reference }),
      ...(site === undefined ? {} : { site }),
      ...(service === undefined ? {} : { service }),
      ...(severity === undefined ? {} : { severity }),
    }));
}

const ORIGINS: Readonly<Record<AuditKind, GapOrigin>> = {
  internal: 'internal-audit',
  external: 'external-audit',
};

/** Findings of a report by kind. */
export function findingCounts({
  findings,
}: Pick<AuditReport, 'findings'>): Readonly<Record<FindingKind, number>> {
  const count = (kind: FindingKind): number => findings.filter((finding) => finding.kind === kind).length;
  return {
    strength: count('strength'),
    'weak-point': count('weak-point'),
    'improvement-lead': count('improvement-lead'),
    gap: count('gap'),
  };
}

export const auditIssueCodes = [
  'no-outside-eye',
  'purpose-mismatch',
  'document-late',
  'gap-without-action',
] as const;

/** What is not as it should be in an audit, or after it. */
export interface AuditIssue {
  readonly code: (typeof auditIssueCodes)[number];
  /** The service that audits itself, the purpose, the title of the document, the id of the gap. */
  readonly about: string;
  /** French: what, and what to do. */
  readonly message: string;
}

/**
 * What is wrong with an audit, in the order of the codes: an internal one is
 * done by an outside eye, and each gap has a corrective action that holds
 * (policy of 2021).
 *
 * @param documentsLead months, by default `auditDocumentsLead`
 */
export function auditIssues(
  report: AuditReport,
  { actions, documentsLead }: { readonly actions: readonly Action[]; readonly documentsLead: number },
): readonly AuditIssue[] {
  const { kind, purpose, auditor, scope, documents } = report;
  const issues: AuditIssue[] = [];
  if (auditor.service !== undefined && scope.services.includes(auditor.service))
    issues.push({
      code: 'no-outside-eye',
      about: auditor.service,
      message: `Le service «\u00a0${auditor.service}\u00a0» s’audite lui-même\u00a0: confier l’audit à un regard extérieur.`,
    });
  if ((kind === 'internal') !== (purpose === 'self-check'))
    issues.push({
      code: 'purpose-mismatch',
      about: purpose,
      message:
        'Seul un audit externe donne, suit ou renouvelle le label\u00a0: corriger la nature ou l’objet de l’audit.',
    });
  const dueOn = documentsDueOn(report, documentsLead);
  for (const { title, suppliedOn } of documents) {
    if (suppliedOn !== undefined && suppliedOn <= dueOn) continue;
    issues.push({
      code: 'document-late',
      about: title,
      message: `Document «\u00a0${title}\u00a0»\u00a0: ${suppliedOn === undefined ? 'pas encore fourni' : `fourni le ${suppliedOn}`}, attendu pour le ${dueOn}.`,
    });
  }
  for (const { gap } of gapsWithoutAction(auditGaps(report), actions, []))
    issues.push({
      code: 'gap-without-action',
      about: gap.id,
      message: `Écart «\u00a0${gap.subject}\u00a0»\u00a0: aucune action corrective en cours. En décider une.`,
    });
  return issues;
}

/** A part of the report, and whether it is filled in. */
export interface AuditPart {
  readonly id:
    'scope' | 'plan' | 'evaluation' | 'findings' | 'gap-sheets' | 'closing' | 'lexicon' | 'documents';
  /** French. */
  readonly title: string;
  /** No gap asks for no gap sheet, and the lexicon is always there. */
  readonly filled: boolean;
}

/** Parts of a report, in the order of the ministry’s model of 2015. */
export function auditOutline(report: AuditReport): readonly AuditPart[] {
  const { scope, plan, evaluation, findings, closed, documents } = report;
  const gaps = findings.filter(({ kind }) => kind === 'gap');
  return [
    {
      id: 'scope',
      title: 'Présentation et périmètre',
      filled: scope.modules.length > 0 && scope.sites.length > 0,
    },
    { id: 'plan', title: 'Plan d’audit', filled: plan.length > 0 },
    { id: 'evaluation', title: 'Évaluation', filled: evaluation.length > 0 },
    { id: 'findings', title: 'Synthèse des constats', filled: findings.length > 0 },
    {
      id: 'gap-sheets',
      title: 'Fiches d’écart',
      filled: gaps.every(({ reference, severity }) => reference !== undefined && severity !== undefined),
    },
    { id: 'closing', title: 'Clôture', filled: closed !== undefined },
    { id: 'lexicon', title: 'Lexique', filled: true },
    {
      id: 'documents',
      title: 'Documents à fournir',
      filled: documents.length > 0 && documents.every(({ suppliedOn }) => suppliedOn !== undefined),
    },
  ];
}
