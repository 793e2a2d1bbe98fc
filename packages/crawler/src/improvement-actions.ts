import {
  gapOriginLabels,
  gapsOf,
  gapsWithoutAction,
  grid,
  isMendedBy,
  lastSighting,
  mailControlGrid,
  openGaps,
  overdue,
  parsePeriod,
  periodLabel,
  receptionGrid,
  typeset,
  websiteGrid,
  type Action,
  type ActionState,
  type Defect,
  type Gap,
  type GapOrigin,
  type GridItem,
} from '@qualepref/core';
import type { KeptAction, KeptCampaign } from './audit-file-campaign.ts';
import { asItStands, lastDecisions, verdictWords } from './decided-report.ts';
import { dayOf } from './marked-report.ts';
import type { GridRow, Report } from './report.ts';
import { day, plural } from './reports/french.ts';
import { cut } from './text.ts';

/** A gap, and one of the actions that answer it. */
export interface PlanLine {
  readonly gap: Gap;
  /** None when nothing was decided of it yet. */
  readonly action?: Action;
  /** French: what to do, for a gap without action. */
  readonly proposed?: string;
  /** French: what this audit sees of it. */
  readonly seen: string;
  /** Nothing of it is left: the action may be closed, on what `seen` says. */
  readonly isMended: boolean;
  readonly isOverdue: boolean;
}

/** The improvement plan as this audit leaves it: actions first, then the gaps without one. */
export type ImprovementPlan = readonly PlanLine[];

const MESSAGE = 300;
/** Defects that a sentence names. */
const NAMED = 3;

/** Whether nothing is left of what an action answers, and nobody closed it yet. */
export function isToClose({ action, isMended }: PlanLine): boolean {
  return isMended && action !== undefined && OPEN.includes(action.state);
}

const OPEN: readonly ActionState[] = ['planned', 'in-progress', 'done'];

/** The last state of each action. */
export function lastActions(kept: readonly KeptAction[]): readonly KeptAction[] {
  return [...new Map(kept.map((each) => [each.action.id, each])).values()];
}

/**
 * The plan kept from campaign to campaign, with the gaps that this one opens.
 *
 * @param report with what people decided, and what changed when that is known
 */
export function planOf(report: Report, kept: KeptCampaign): ImprovementPlan {
  const held = lastActions(kept.actions ?? []);
  const told = [...held.map(({ gap }) => gap), ...(kept.gaps ?? [])];
  const known = [...new Map(told.map((gap) => [gap.id, gap])).values()];
  const actions = held.map(({ action }) => action);
  const today = dayOf(report);
  const late = new Set(overdue(actions, today).map(({ id }) => id));
  const lines = held.map(({ gap, action }) => ({
    ...{ gap, action, isOverdue: late.has(action.id) },
    ...sightOf(gap, report, kept),
  }));
  const ids = new Set(known.map(({ id }) => id));
  const found = gapsOf(asItStands(report, kept), websiteGrid, openGaps(known, actions));
  const gaps = [...openGaps(known, actions), ...found.filter(({ id }) => !ids.has(id))];
  const bare = new Set(gapsWithoutAction(gaps, actions, []).map(({ gap }) => gap));
  return [
    ...lines,
    ...gaps
      .filter((gap) => bare.has(gap))
      .map((gap) => ({
        ...{ gap, proposed: proposedFor(gap, report, kept), isOverdue: false },
        ...sightOf(gap, report, kept),
      }))
      // Mended before anybody acted on it: nothing is left to do, nor to close.
      .filter(({ isMended }) => !isMended),
  ];
}

type Sight = Pick<PlanLine, 'seen' | 'isMended'>;

/** What is still wrong on the item of a gap, or what was mended of it. */
function sightOf(gap: Gap, report: Report, kept: KeptCampaign): Sight {
  return gap.origin === 'website-grid' ? sightOnSite(gap, report) : sightElsewhere(gap, kept);
}

/** An audit sees nothing of other grids: a later sheet does. */
function sightElsewhere(gap: Gap, { sightings = [] }: KeptCampaign): Sight {
  const origin = gapOriginLabels[gap.origin];
  const last = lastSighting(gap, sightings);
  if (!last) {
    const seen = `Relevé hors du site (${origin}) : l’audit n’en voit rien, à juger sur pièce.`;
    return { seen: typeset(seen), isMended: false };
  }
  const { period, on, verdict, sample, by, note } = last;
  const found = sample
    ? `${plural(sample.conforme, 'réponse conforme', 'réponses conformes')} sur ${plural(sample.decided, 'contrôlée', 'contrôlées')}, au ${day(on)}.`
    : `${verdictWords[verdict]}${by === undefined ? '' : `, décidé par ${by}`} le ${day(on)}.`;
  const where = `${origin}, ${periodLabel(parsePeriod(period))}`.replace(/^./, (first) =>
    first.toUpperCase(),
  );
  const seen = `${where} : ${found}${note === undefined ? '' : ` ${cut(note, MESSAGE)}`}`;
  return { seen: typeset(seen), isMended: isMendedBy(last) };
}

function sightOnSite({ reference }: Gap, report: Report): Sight {
  const concerns = ({ items }: Pick<Defect, 'items'>): boolean => items.includes(reference ?? '');
  const left = report.defects.filter((defect) => defect.outcome === 'failed' && concerns(defect));
  const mended = (report.changes?.defects ?? []).filter(
    (defect) => defect.change === 'mended' && defect.isProven && concerns(defect),
  );
  const row = report.grid.find(({ item }) => item === reference);
  const isConform = row?.verdict === 'conforme' || row?.verdict === 'sans_objet';
  const isMended = left.length === 0 && row?.verdict !== 'non_conforme' && (isConform || mended.length > 0);
  const parts = [
    isMended
      ? `Audit du ${day(dayOf(report))} : ${isConform ? 'point conforme' : 'plus aucun défaut établi'}.`
      : `Audit du ${day(dayOf(report))} : ${left.length > 0 ? `${plural(left.length, 'défaut reste', 'défauts restent')} à corriger` : rowWords(row)}.`,
    ...(mended.length === 0
      ? []
      : [
          `Corrigé : ${mended
            .slice(0, NAMED)
            .map(
              ({ message, lost, removed }) =>
                `${cut(message, MESSAGE)} (${pages(lost.length + removed.length)})`,
            )
            .join(' ; ')}${mended.length > NAMED ? ` ; et ${String(mended.length - NAMED)} de plus` : ''}`,
        ]),
  ];
  return { seen: typeset(parts.join(' ')), isMended };
}

function rowWords(row: GridRow | undefined): string {
  if (!row) return 'point absent de la grille';
  const { verdict, by } = row;
  return `point ${verdictWords[verdict]}${by === 'audit' ? '' : `, dit par ${by}`}`;
}

function pages(count: number): string {
  return plural(count, 'page', 'pages');
}

/** What the first defect of the item asks for, else what a person or the audit says is wrong, else the item itself. */
function proposedFor(gap: Gap, report: Report, kept: KeptCampaign): string {
  const { reference, origin } = gap;
  const toMend = origin === 'website-grid' ? onSite(gap, report, kept) : elsewhere(gap, kept);
  if (toMend !== undefined) return toMend;
  const label = ITEMS[origin]?.find(({ id }) => id === reference)?.label;
  return typeset(
    label === undefined ? cut(gap.subject, MESSAGE) : `Rendre ce point conforme : « ${label} ».`,
  );
}

function onSite({ reference = '' }: Gap, report: Report, kept: KeptCampaign): string | undefined {
  const { defects, ownFindings = [], grid: rows } = report;
  const own = defects.filter(({ outcome, items }) => outcome === 'failed' && items.includes(reference));
  const [first] = own;
  if (first) {
    const more = own.length - 1;
    return `${cut(first.message, MESSAGE)}${more > 0 ? ` Et ${plural(more, 'autre défaut', 'autres défauts')} de ce point.` : ''}`;
  }
  const seen = ownFindings.find(({ item }) => item === reference);
  const said = lastDecisions(kept).get(reference)?.decision.reason;
  const proposal = rows.find(({ item }) => item === reference)?.proposals?.[0];
  const why = seen?.what ?? said ?? (proposal?.answer === 'non_conforme' ? proposal.why : undefined);
  return why === undefined ? undefined : cut(why, MESSAGE);
}

/** Who saw it said what is wrong. */
function elsewhere(gap: Gap, { sightings = [] }: KeptCampaign): string | undefined {
  const note = lastSighting(gap, sightings)?.note;
  return note === undefined ? undefined : typeset(`Corriger ce qui a été relevé : ${cut(note, MESSAGE)}`);
}

const ITEMS: Readonly<Partial<Record<GapOrigin, readonly GridItem[]>>> = {
  'website-grid': grid,
  'reception-grid': receptionGrid.items,
  'mail-control': mailControlGrid.items,
};
