import { levelOfRate, statementHoldsUntil, type ConformityLevel } from '@qualepref/core';
import { withoutSlash } from '../address.ts';
import { cantTell, failed, siteCheck, type Check, type Problem } from '../check.ts';
import type { StatementFacts, StatementPart } from '../read-statement.ts';
import { levelRank, statementParts } from '../statement-parts.ts';
import { cut, fold } from '../text.ts';

interface Row {
  readonly url: string;
  readonly hasMention: boolean;
  readonly levels: readonly ConformityLevel[];
  /** Where the links that speak of accessibility lead. */
  readonly led: readonly string[];
  readonly statement: Omit<StatementFacts, 'pages'> | null;
}

type Code = keyof typeof codes;

const ADDRESS_LENGTH = 150;
const MAX_LED = 3;

const codes = {
  'no-statement': {
    items: ['A11-02'],
    severity: 'blocking',
    text: 'Aucune page lue n’est la déclaration d’accessibilité : la publier à l’adresse /accessibilite sur le modèle du RGAA, ou donner son adresse dans la configuration (pages.accessibility).',
  },
  unreachable: {
    items: ['A11-02'],
    severity: 'major',
    text: 'La mention « Accessibilité » de la page ne mène pas à la déclaration : en faire un lien vers elle, dans le pied de page.',
    owner: 'template',
  },
  'part-missing': {
    items: ['A11-02'],
    severity: 'major',
    text: 'La déclaration d’accessibilité ne donne pas {part} : l’ajouter, sous le titre que prévoit le modèle du RGAA.',
  },
  'no-level': {
    items: ['A11-02'],
    severity: 'major',
    text: 'L’état de conformité ne se lit pas dans la déclaration : y écrire « totalement », « partiellement » ou « non conforme », et rien d’autre.',
  },
  'no-rate': {
    items: ['A11-02'],
    severity: 'minor',
    text: 'La part des critères respectés ne se lit pas dans la déclaration : vérifier qu’elle y est, en pour cent.',
  },
  'level-above-rate': {
    items: ['A11-02'],
    severity: 'blocking',
    text: 'La déclaration dit « {level} conforme » avec {rate} % des critères respectés : ce taux ne permet que « {allowed} conforme ». Corriger l’un ou l’autre, et la mention sur chaque page.',
  },
  'level-below-rate': {
    items: ['A11-02'],
    severity: 'minor',
    text: 'La déclaration dit « {level} conforme » avec {rate} % des critères respectés, qui permettraient « {allowed} conforme » : vérifier le taux, ou que l’audit n’est plus valable.',
  },
  'mention-mismatch': {
    items: ['A11-01'],
    severity: 'major',
    text: 'La mention dit « {mention} conforme » sur {count} pages, la déclaration dit « {level} conforme » : mettre les deux d’accord.',
    owner: 'template',
  },
  'no-date': {
    items: ['A11-03'],
    severity: 'major',
    text: 'La déclaration ne dit pas quand elle a été établie : ajouter « Cette déclaration a été établie le… ».',
  },
  'over-date': {
    items: ['A11-03'],
    severity: 'major',
    text: 'La déclaration, du {date}, ne vaut plus depuis le {end} : refaire l’audit et la déclaration. Sans audit valable, le site est « non conforme ».',
  },
  'future-date': {
    items: ['A11-03'],
    severity: 'minor',
    text: 'La date de la déclaration ({date}) est à venir ou ne se lit pas : la vérifier.',
  },
  'no-plan': {
    items: ['A11-04'],
    severity: 'major',
    text: 'La page d’accessibilité ne parle pas du schéma pluriannuel : l’y publier, ou un lien vers lui.',
  },
  'no-action-plan': {
    items: ['A11-04'],
    severity: 'major',
    text: 'La page d’accessibilité ne parle pas du plan d’action de l’année : l’y publier, ou un lien vers lui.',
  },
  'over-plan': {
    items: ['A11-04'],
    severity: 'major',
    text: 'Le {plan} s’arrête à {year} : publier celui de l’année en cours.',
  },
} as const;

/**
 * The statement that the law asks for: it is there, whole, dated, agrees with
 * itself and with the mention on each page, and every page leads to it. Words
 * are evidence: what cannot be read is for a person to look at.
 */
export const statement: Check = siteCheck<Code, Row>({
  id: 'statement',
  codes,
  project: ({ url, html: { viewOf, mentions, links, statement: found } }) => {
    if (viewOf !== null) return null;
    const led = [...mentions, ...links].flatMap((link) =>
      link.url !== null && /accessibilit/.test(fold(link.text))
        ? [cut(withoutSlash(link.url), ADDRESS_LENGTH)]
        : [],
    );
    const { pages, ...rest } = found ?? { pages: [] };
    return {
      url,
      hasMention: mentions.length > 0,
      levels: [...new Set(mentions.flatMap(({ level }) => level ?? []))],
      led: [...new Set(led)].slice(0, MAX_LED),
      statement: found ? (rest as Row['statement']) : null,
    };
  },
  *judge(rows, { today }) {
    const page = chosen(rows);
    if (!page) {
      yield failed('no-statement');
      return;
    }
    const { url, statement: said } = page;
    const address = cut(withoutSlash(url), ADDRESS_LENGTH);
    // Where the mention is missing, the way is too: statement-mention says it once.
    for (const row of rows)
      if (row.url !== url && row.hasMention && !row.led.includes(address))
        yield failed('unreachable', {}, { url: row.url, cause: url });
    const at = { url };
    for (const part of Object.keys(statementParts) as StatementPart[])
      if (!said.parts.includes(part))
        yield failed('part-missing', { part: statementParts[part] }, { url, cause: part });
    yield* judgeLevel(said, rows, url);
    yield* judgeDates(said, today, url);
    if (!said.plan) yield failed('no-plan', {}, at);
    if (!said.actionPlan) yield failed('no-action-plan', {}, at);
    const year = Number(today.slice(0, 4));
    for (const [plan, found] of [
      ['schéma pluriannuel', said.plan],
      ['plan d’action', said.actionPlan],
    ] as const) {
      const last = found?.lastYear ?? year;
      if (last < year) yield failed('over-plan', { plan, year: last }, { url, cause: plan });
    }
  },
});

/** The statement with most of its parts, where several pages pass for one. */
function chosen(
  rows: readonly Row[],
): (Row & { readonly statement: NonNullable<Row['statement']> }) | undefined {
  return rows
    .flatMap((row) => (row.statement ? [{ ...row, statement: row.statement }] : []))
    .reduce<ReturnType<typeof chosen>>(
      (best, row) => (best && best.statement.parts.length >= row.statement.parts.length ? best : row),
      undefined,
    );
}

function* judgeLevel(
  { level, rate }: NonNullable<Row['statement']>,
  rows: readonly Row[],
  url: string,
): Generator<Problem<Code>> {
  const at = { url };
  if (rate === null) yield cantTell('no-rate', {}, at);
  if (level === null) {
    yield cantTell('no-level', {}, at);
    return;
  }
  const allowed = rate === null ? level : levelOfRate(rate);
  const params = { level, rate: String(rate).replace('.', ','), allowed };
  if (levelRank[level] > levelRank[allowed]) yield failed('level-above-rate', params, at);
  if (levelRank[level] < levelRank[allowed]) yield cantTell('level-below-rate', params, at);
  const others = Map.groupBy(
    rows.flatMap(({ levels }) => levels.filter((mention) => mention !== level)),
    (mention) => mention,
  );
  for (const [mention, { length }] of others)
    yield failed('mention-mismatch', { mention, level, count: length }, { url, cause: mention });
}

function* judgeDates(
  { madeOn, updatedOn }: NonNullable<Row['statement']>,
  today: string,
  url: string,
): Generator<Problem<Code>> {
  const written = madeOn ?? updatedOn;
  if (!written) {
    yield failed('no-date', {}, { url });
    return;
  }
  const at = { url, quote: written.text };
  const { date } = written;
  if (date === null || date > today) yield cantTell('future-date', { date: written.text }, at);
  else {
    const end = statementHoldsUntil(date);
    if (end >= today) return;
    const params = { date: frenchDay(date), end: frenchDay(end) };
    // A change may be of the contact alone, or follow a new audit.
    const changed = updatedOn?.date ?? date;
    const isRenewed = statementHoldsUntil(changed) >= today;
    yield isRenewed ? cantTell('over-date', params, at) : failed('over-date', params, at);
  }
}

function frenchDay(day: string): string {
  return day.split('-').toReversed().join('/');
}
