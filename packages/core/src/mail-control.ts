import * as v from 'valibot';
import { campaignSchema, decide, gapsOf, openCampaign, verdictsOf } from './campaign.ts';
import {
  followMail,
  mailChannels,
  type FollowedMail,
  type MailEntry,
  type MailSetting,
} from './correspondence.ts';
import { QualeprefError } from './error.ts';
import type { Outcome } from './finding.ts';
import type { Grid, GridItem } from './grid.ts';
import type { Gap } from './improvement.ts';
import type { Measurement } from './measurement.ts';
import { parseQuarter } from './period.ts';
import type { Sourced } from './provenance.ts';
import { draw, randomFrom } from './random.ts';
import { amount, count, id, isoDay, list, oneOf, periodId, section, text } from './schema.ts';
import { tally, verdictOf, type Decision } from './verdict.ts';

/** How many replies are looked at each quarter, over all sites. */
export const controlSize: Sourced<number> = {
  value: 30,
  provenance: {
    origin: 'X',
    source:
      'La politique qualité 2021 demande un contrôle aléatoire chaque trimestre sans en dire le nombre : trois réponses par site et par canal, pour cinq sites.',
  },
};

/** The item of the control sheet that the log settles by itself. */
export const controlDelayItem = 'MEL-01';

/**
 * The control sheet of one reply. What the log knows stands beside a campaign
 * of the control grid, where a person decides on each item: who reviewed and
 * the remark are in the decisions.
 */
export const controlSheetSchema = section({
  /** Number of the entry in the log. */
  entry: text(),
  channel: oneOf(mailChannels),
  site: id,
  service: id,
  subject: text(),
  receivedOn: isoDay,
  dueOn: isoDay,
  answeredOn: v.optional(isoDay),
  /** Until the answer, or the draw, in the unit of the delay. */
  days: amount,
  template: v.optional(text()),
  campaign: campaignSchema,
});
export type ControlSheet = v.InferOutput<typeof controlSheetSchema>;

/** A random control: what it was drawn from, and one sheet for each reply drawn. */
export const controlDrawSchema = section({
  period: periodId,
  /** The same seed draws the same replies from the same log, read on the same day. */
  seed: text(),
  drawnOn: isoDay,
  strata: list(
    section({ site: id, channel: oneOf(mailChannels), population: count, drawn: count }),
    'de strates',
  ),
  sheets: list(controlSheetSchema, 'de fiches de contrôle'),
});
export type ControlDraw = v.InferOutput<typeof controlDrawSchema>;

/** What a control is drawn with; `today` is the day of the draw. */
export interface ControlSetting extends MailSetting {
  /** By default `mailControlGrid`. */
  readonly grid: Grid;
  /** Modules that the label holds. */
  readonly modules: readonly number[];
  /** A quarter, `2026-T4`. */
  readonly period: string;
  /** By default `controlSize`. */
  readonly size: number;
  readonly seed: string;
}

/**
 * Draws the replies to control among the entries received in the quarter that
 * are answered, or late without an answer. Each site and channel has its share,
 * and at least one even if that makes more than `size`. The order of the log
 * changes nothing.
 *
 * @throws QualeprefError `period-quarter` when the period is no quarter, `mail-control-entry` when two entries have the
 * same number
 */
export function drawControl(entries: readonly MailEntry[], setting: ControlSetting): ControlDraw {
  const { period, seed, size, today } = setting;
  const { start, end } = parseQuarter(period);
  const eligible = followMail(entries, setting)
    .filter(
      ({ receivedOn, status }) => start <= receivedOn && receivedOn <= end && status.state !== 'waiting',
    )
    .toSorted((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
  const twice = eligible.find(({ entry }, at) => eligible[at + 1]?.entry.id === entry.id);
  if (twice)
    throw new QualeprefError(
      'mail-control-entry',
      `Le tableau de suivi a plusieurs lignes numérotées « ${twice.entry.id} » : donner à chacune son numéro.`,
    );
  const strata = [...Map.groupBy(eligible, ({ entry: { site, channel } }) => `${site} ${channel}`)].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  const shares = allocate(
    strata.map(([, { length }]) => length),
    size,
  );
  const drawn = strata.map(([name, of], at) =>
    draw(of, shares[at] ?? 0, randomFrom(`${seed} ${period} ${name}`)),
  );
  return {
    period,
    seed,
    drawnOn: today,
    strata: strata.flatMap(([, of], at) =>
      of.slice(0, 1).map(({ entry: { site, channel } }) => ({
        site,
        channel,
        population: of.length,
        drawn: shares[at] ?? 0,
      })),
    ),
    sheets: drawn.flat().map((reply) => sheetOf(reply, setting)),
  };
}

/**
 * Shares out `size` places in proportion (Sainte-Laguë’s method, which favours
 * neither large nor small), one each first, and never more than there are.
 */
function allocate(populations: readonly number[], size: number): readonly number[] {
  const shares = populations.map(() => 1);
  const claim = (at: number): number => {
    const [population = 0, share = 0] = [populations[at], shares[at]];
    return share < population ? population / (2 * share + 1) : 0;
  };
  for (let left = size - shares.length; left > 0; left--) {
    const next = populations.reduce((best, _, at) => (claim(at) > claim(best) ? at : best), 0);
    if (claim(next) === 0) break;
    shares[next] = (shares[next] ?? 0) + 1;
  }
  return shares;
}

function sheetOf(
  { entry, status }: FollowedMail,
  { grid, modules, period, today }: ControlSetting,
): ControlSheet {
  const { channel, site, service, subject, receivedOn, template } = entry;
  const isAnswered = status.state === 'answered-on-time' || status.state === 'answered-late';
  const outcomesOf = ({ id }: GridItem): readonly Outcome[] => {
    if (id === controlDelayItem) return [status.state === 'answered-on-time' ? 'passed' : 'failed'];
    // A reply that never left has no form.
    return isAnswered ? [] : ['inapplicable'];
  };
  const campaign = openCampaign(grid, {
    period,
    checkedOn: today,
    modules,
    rows: grid.items.map((item) => ({ item: item.id, verdict: verdictOf(item, outcomesOf(item)) })),
  });
  return {
    ...{ entry: entry.id, channel, site, service, subject, receivedOn, dueOn: status.due },
    ...(isAnswered && entry.answeredOn !== undefined ? { answeredOn: entry.answeredOn } : {}),
    days: status.days,
    ...(template === undefined ? {} : { template }),
    campaign: { ...campaign, id: `${campaign.id}:${entry.id}`, site },
  };
}

/**
 * Adds a person’s decision on an item of a sheet, as `decide` does for a campaign.
 *
 * @throws QualeprefError those of `decide`
 */
export function decideSheet(sheet: ControlSheet, item: string, decision: Decision): ControlSheet {
  return { ...sheet, campaign: decide(sheet.campaign, item, decision) };
}

/** What a control found on an item, on a site. */
export interface ControlResult {
  readonly site: string;
  readonly item: string;
  /** Conform out of decided. */
  readonly value: { readonly kind: 'ratio'; readonly numerator: number; readonly denominator: number };
  /** Sheets on which nobody has decided yet. */
  readonly remaining: number;
}

/** The results of a control, by site and then in the order of the grid. */
export function controlResults(sheets: readonly ControlSheet[]): readonly ControlResult[] {
  const bySite = [...Map.groupBy(sheets, ({ site }) => site)].sort(([a], [b]) => (a < b ? -1 : 1));
  return bySite.flatMap(([site, of]) => {
    const verdicts = Map.groupBy(
      of.flatMap(({ campaign }) => verdictsOf(campaign)),
      ({ item }) => item,
    );
    return [...verdicts].map(([item, rows]) => {
      const { conforme, decided, remaining } = tally(rows.map(({ verdict }) => verdict));
      return {
        site,
        item,
        value: { kind: 'ratio', numerator: conforme, denominator: decided } as const,
        remaining,
      };
    });
  });
}

/**
 * The results as measurements of the quarter, for indicators named after the
 * items: `controle.mel-02`. None where nothing is decided.
 */
export function controlMeasurements({
  period,
  sheets,
}: {
  readonly period: string;
  readonly sheets: readonly ControlSheet[];
}): readonly Measurement[] {
  return controlResults(sheets)
    .filter(({ value }) => value.denominator > 0)
    .map(({ site, item, value }) => ({
      indicator: `controle.${item.toLowerCase()}`,
      site,
      period,
      value,
      source: 'Contrôle aléatoire des courriers et courriels',
    }));
}

/**
 * The gaps that a control opens: one for each item and site, which says on how
 * many replies it was seen, and names the service when it is the same for all.
 *
 * @param known gaps still open: an item that has one on this site opens no other
 * @throws QualeprefError `campaign-grid` when the sheets follow another grid or edition
 */
export function controlGaps(
  sheets: readonly ControlSheet[],
  grid: Grid,
  known: readonly Gap[] = [],
): readonly Gap[] {
  const results = controlResults(sheets);
  const found = sheets.flatMap(({ service, campaign }) =>
    gapsOf(campaign, grid, known).map((gap) => ({ gap, service })),
  );
  return [...Map.groupBy(found, ({ gap }) => gap.id).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { gap, service } = first;
    const result = results.find(({ site, item }) => site === gap.site && item === gap.reference);
    const decided = result?.value.denominator ?? same.length;
    const isOfOne = same.every((each) => each.service === service);
    return {
      ...gap,
      foundOn: same.map((each) => each.gap.foundOn).reduce((a, b) => (a < b ? a : b)),
      subject: `${gap.subject} (${replies(same.length)} sur ${String(decided)})`,
      ...(isOfOne ? { service } : {}),
    };
  });
}

function replies(count: number): string {
  return `${String(count)} réponse${count > 1 ? 's' : ''}`;
}
