import { actionStateLabels, grid, type Defect, type Finding, type OwnFinding } from '@qualepref/core';
import type { AddressFacts } from '../facts.ts';
import { opinionWords } from '../grid-sheet.ts';
import type { PlanLine } from '../improvement-actions.ts';
import type { MarkedDefect } from '../marked-report.ts';
import { outcomeText } from '../outcome-text.ts';
import type { GridRow, Report } from '../report.ts';
import { csvTable, type Columns } from './csv-table.ts';
import { defectsByDocument } from './document-defects.ts';
import { severityMarks, verdictMarks } from './html-marks.ts';
import { whoMends } from './owners.ts';
import type { ReportFile } from './report-file.ts';

/** One file for each table; the largest are read row by row. */
export function* csvReport(report: Report): Generator<ReportFile> {
  yield { name: 'report-grille.csv', content: csvTable(report.grid, gridColumns(report)) };
  yield { name: 'report-defauts.csv', content: csvTable(report.defects, DEFECTS) };
  yield { name: 'report-avis.csv', content: csvTable(report.marked ?? [], MARKED) };
  yield { name: 'report-mes-constats.csv', content: csvTable(report.ownFindings ?? [], OWN) };
  yield { name: 'report-plan.csv', content: csvTable(report.plan ?? [], PLAN) };
  yield { name: 'report-constats.csv', content: csvTable(report.findings, findingColumns(report)) };
  yield { name: 'report-pages.csv', content: csvTable(addressesOf(report, 'page'), pageColumns(report)) };
  yield {
    name: 'report-documents.csv',
    content: csvTable(addressesOf(report, 'document'), documentColumns(report)),
  };
}

function gridColumns({ defects }: Report): Columns<GridRow> {
  const items = new Map(grid.map((item) => [item.id, item]));
  const counts = new Map<string, number>();
  for (const { items: own } of defects) for (const id of own) counts.set(id, (counts.get(id) ?? 0) + 1);
  return {
    Point: ({ item }) => item,
    Rubrique: ({ item }) => items.get(item)?.rubrique,
    Intitulé: ({ item }) => items.get(item)?.label,
    Priorité: ({ item }) => items.get(item)?.priority,
    Réponse: ({ verdict }) => verdictMarks[verdict].word,
    'Décidé par': ({ by }) => by,
    Date: ({ date }) => date,
    Raison: ({ reason }) => reason,
    'Réponse proposée': ({ proposals: [first] = [] }) => first && verdictMarks[first.answer].word,
    Éléments: ({ evidence }) => evidence,
    Défauts: ({ item }) => counts.get(item) ?? 0,
    Constats: ({ findings }) => findings.length,
  };
}

const DEFECTS: Columns<Defect> = {
  Défaut: ({ id }) => id,
  État: stateOf,
  Gravité: ({ severity }) => severityMarks[severity].word,
  'Qui corrige': whoMends,
  Message: ({ message }) => message,
  'Points de la grille': ({ items }) => items.join(', '),
  Pages: ({ pages }) => pages.length,
  'Première page': ({ pages: [first] }) => first,
  Constats: ({ findings }) => findings.length,
  Contrôle: checkOf,
  Cause: ({ cause }) => cause,
};

const MARKED: Columns<MarkedDefect> = {
  Défaut: ({ id }) => id,
  Avis: ({ opinion }) => opinionWords[opinion],
  Motif: ({ reason }) => reason,
  'Jusqu’au': ({ expires }) => expires,
  Par: ({ by }) => by,
  Date: ({ date }) => date,
  Message: ({ message }) => message,
  'Points de la grille': ({ items }) => items.join(', '),
  Pages: ({ pages }) => pages.length,
  'Première page': ({ pages: [first] }) => first,
};

const OWN: Columns<OwnFinding> = {
  Point: ({ item }) => item,
  Constat: ({ what }) => what,
  Gravité: ({ severity }) => severityMarks[severity].word,
  'Page ou lieu': ({ page }) => page,
  Service: ({ service }) => service,
  Par: ({ by }) => by,
  Date: ({ date }) => date,
};

const PLAN: Columns<PlanLine> = {
  Point: ({ gap }) => gap.reference,
  Écart: ({ gap }) => gap.subject,
  'Relevé le': ({ gap }) => gap.foundOn,
  Action: ({ action, proposed }) => action?.what ?? `Proposé : ${proposed ?? ''}`,
  Responsable: ({ action }) => action?.owner,
  Échéance: ({ action }) => action?.dueOn,
  État: ({ action }) => action && actionStateLabels[action.state],
  'En retard': ({ isOverdue }) => (isOverdue ? 'oui' : 'non'),
  'Dernier constat': ({ seen }) => seen,
};

function findingColumns({ defects }: Report): Columns<Finding> {
  const defectOf = new Map(defects.flatMap(({ id, findings }) => findings.map((finding) => [finding, id])));
  return {
    Constat: ({ id }) => id,
    Défaut: ({ id }) => defectOf.get(id),
    État: stateOf,
    Gravité: ({ severity }) => severityMarks[severity].word,
    Page: ({ url }) => url,
    Ligne: ({ where }) => where.line,
    Extrait: ({ where }) => where.quote,
    Message: ({ message }) => message,
    'Qui corrige': whoMends,
    'Points de la grille': ({ items }) => items.join(', '),
    'Critères du RGAA': ({ rgaa }) => rgaa.join(', '),
    Contrôle: checkOf,
    Sélecteur: ({ where }) => where.selector,
  };
}

function pageColumns({ defects, sample }: Report): Columns<AddressFacts> {
  const rendered = new Set(sample.rendered);
  const counts = { failed: new Map<string, number>(), cantTell: new Map<string, number>() };
  for (const { outcome, pages } of defects)
    for (const page of pages) counts[outcome].set(page, (counts[outcome].get(page) ?? 0) + 1);
  return {
    Adresse: ({ url }) => url,
    Titre: ({ title }) => title,
    Lecture: readingOf,
    'Code HTTP': ({ status }) => status,
    'Ouverte dans le navigateur': ({ url }) => (rendered.has(url) ? 'oui' : 'non'),
    Défauts: ({ url }) => counts.failed.get(url) ?? 0,
    'Constats à vérifier': ({ url }) => counts.cantTell.get(url) ?? 0,
    'Lien vu sur': ({ foundOn: [parent] }) => parent,
  };
}

function documentColumns({ defects }: Report): Columns<AddressFacts> {
  const faults = defectsByDocument(defects);
  return {
    Adresse: ({ url }) => url,
    Lecture: ({ outcome, reason, status }) =>
      outcome === 'not_html' ? 'demandé' : outcomeText(outcome, reason, status),
    'Code HTTP': ({ status }) => status,
    Type: ({ contentType }) => contentType,
    'Taille en octets': ({ size }) => size,
    Constats: ({ url, finalUrl }) => faults.get(finalUrl ?? url)?.length ?? 0,
    'Lien vu sur': ({ foundOn: [parent] }) => parent,
  };
}

function* addressesOf(report: Report, kind: AddressFacts['kind']): Generator<AddressFacts> {
  for (const address of report.addresses) if (address.kind === kind) yield address;
}

function stateOf({ outcome, severity }: Pick<Finding, 'outcome' | 'severity'>): string {
  if (outcome === 'cantTell') return 'à vérifier';
  return severity === 'info' ? 'information' : 'établi';
}

function checkOf({ check, code }: Pick<Finding, 'check' | 'code'>): string {
  return code.includes('/') ? code : `${check}/${code}`;
}

function readingOf({ outcome, reason, status }: AddressFacts): string {
  return outcomeText(outcome, reason, status);
}
