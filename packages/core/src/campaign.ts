import * as v from 'valibot';
import { QualeprefError } from './error.ts';
import { appliesTo, gridIds, itemId, type Grid, type GridId, type GridScope } from './grid.ts';
import type { Gap, GapOrigin } from './improvement.ts';
import { parsePeriod } from './period.ts';
import { amount, id, isoDay, list, oneOf, periodId, section, text } from './schema.ts';
import { decisionSchema, tally, verdictOf, verdicts, type Decision, type Verdict } from './verdict.ts';

const rowSchema = section({
  item: itemId,
  /** What the machine says of it. */
  verdict: oneOf(verdicts),
  /** Fingerprint of all that the machine gathered: the same one means the same evidence. */
  evidence: v.optional(text()),
  /** The answer that the machine proposes to whoever decides. */
  proposed: v.optional(oneOf(verdicts)),
});
export type CampaignRow = v.InferOutput<typeof rowSchema>;

const signatureSchema = section({
  by: text(),
  on: isoDay,
  /** Items that were neither decided nor out of scope on that day. */
  remaining: amount,
  /** SHA-256 of what was signed, in hexadecimal: whoever has the same content finds the same one. */
  hash: v.optional(text()),
});
export type Signature = v.InferOutput<typeof signatureSchema>;

/**
 * A grid filled in for a period: what the machine found, and what people
 * decided, the last decision on an item being the one that counts. Nothing is
 * ever taken away from the decisions, nor from the earlier versions.
 */
export const campaignSchema = section({
  /** `website:2026-T4`, `reception:2026-S2:aix`. */
  id: text(),
  grid: oneOf(gridIds),
  /** Edition of the grid. */
  edition: text(),
  period: periodId,
  site: v.optional(id),
  /** When the machine looked, or the grid was opened. */
  checkedOn: isoDay,
  rows: list(rowSchema, 'de lignes de grille'),
  decisions: list(section({ item: itemId, decision: decisionSchema }), 'de décisions'),
  signature: v.optional(signatureSchema),
  /** Signed and then reopened, the oldest first. */
  earlier: list(
    section({
      signature: signatureSchema,
      /** How many of the decisions it covers. */
      decisions: amount,
      reopened: section({ by: text(), on: isoDay, reason: text() }),
    }),
    'de versions signées',
  ),
});
export type Campaign = v.InferOutput<typeof campaignSchema>;

/** What a campaign is opened with. */
export interface NewCampaign extends GridScope {
  /** A period of the grid's kind, `2026-T4`. */
  readonly period: string;
  /** Given for a grid that each site has, and for no other. */
  readonly site?: string;
  /** ISO day. */
  readonly checkedOn: string;
  /** What the machine found; an item without a row is one that it did not look at. */
  readonly rows?: readonly CampaignRow[];
}

/**
 * Opens a campaign with every item of the grid. Those that do not concern the
 * label or the site are `sans_objet`.
 *
 * @throws QualeprefError `campaign-period` when the grid has another rhythm, `campaign-site` when a site is missing or
 * too many, `campaign-item` when a row is about no item of the grid
 */
export function openCampaign(
  grid: Grid,
  { period, site, checkedOn, rows = [], ...scope }: NewCampaign,
): Campaign {
  if (parsePeriod(period).kind !== grid.period)
    throw new QualeprefError(
      'campaign-period',
      `« ${period} » n’est pas une période de la grille « ${grid.title} ». Attendu : ${RHYTHM[grid.period]}.`,
    );
  if (grid.perSite !== (site !== undefined))
    throw new QualeprefError(
      'campaign-site',
      grid.perSite
        ? `La grille « ${grid.title} » se remplit site par site : indiquer lequel.`
        : `La grille « ${grid.title} » ne se remplit pas site par site : ne pas en indiquer.`,
    );
  const stray = rows.find(({ item }) => !grid.items.some(({ id }) => id === item));
  if (stray) throw unknownItem(stray.item, grid.title);
  return {
    id: [grid.id, period, ...(site === undefined ? [] : [site])].join(':'),
    grid: grid.id,
    edition: grid.edition,
    period,
    ...(site === undefined ? {} : { site }),
    checkedOn,
    rows: grid.items.map((item) => {
      if (!appliesTo(item, scope)) return { item: item.id, verdict: verdictOf(item, ['inapplicable']) };
      return rows.find((row) => row.item === item.id) ?? { item: item.id, verdict: verdictOf(item, []) };
    }),
    decisions: [],
    earlier: [],
  };
}

const RHYTHM: Readonly<Record<Grid['period'], string>> = {
  year: 'une année, par exemple 2026',
  semester: 'un semestre, par exemple 2026-S2',
  quarter: 'un trimestre, par exemple 2026-T4',
  month: 'un mois, par exemple 2026-11',
  day: 'un jour, par exemple 2026-11-24',
};

/** An item of a campaign with the verdict that counts. */
export interface CampaignVerdict {
  readonly item: string;
  readonly verdict: Verdict;
  /** What the machine says. */
  readonly machine: Verdict;
  /** What a person last decided. */
  readonly decision?: Decision;
}

/** The verdict of each item, in the order of the grid: a person’s where there is one. */
export function verdictsOf({
  rows,
  decisions,
}: Pick<Campaign, 'rows' | 'decisions'>): readonly CampaignVerdict[] {
  return rows.map(({ item, verdict: machine }) => {
    const last = decisions.findLast((each) => each.item === item);
    if (!last) return { item, verdict: machine, machine };
    return { item, verdict: last.decision.verdict, machine, decision: last.decision };
  });
}

/**
 * Adds a person’s decision on an item. A reason is due to overrule what the
 * machine settled or proposed, and to say of an item that it does not apply: it
 * leaves the count.
 *
 * @throws QualeprefError `campaign-frozen` once signed, `campaign-item` when the campaign has no such item,
 * `campaign-reason` when a reason is due
 */
export function decide(campaign: Campaign, item: string, decision: Decision): Campaign {
  refuseFrozen(campaign);
  const row = campaign.rows.find((each) => each.item === item);
  if (!row) throw unknownItem(item, campaign.id);
  const why = isBlank(decision.reason) ? reasonDue(row, decision.verdict) : undefined;
  if (why !== undefined)
    throw new QualeprefError('campaign-reason', `Point ${item} : ${why}, indiquer la raison.`);
  return { ...campaign, decisions: [...campaign.decisions, { item, decision }] };
}

/** What a reason is due for; nothing when none is. */
function reasonDue({ verdict, proposed }: CampaignRow, decided: Verdict): string | undefined {
  if (verdict === decided) return undefined;
  if (SETTLED.includes(verdict))
    return `la vérification automatique dit « ${WORDS[verdict]} ». Pour en décider autrement`;
  // To take a decision back overrules nothing.
  if (decided === 'a_verifier' || proposed === decided) return undefined;
  if (proposed !== undefined && SETTLED.includes(proposed))
    return `la réponse proposée est « ${WORDS[proposed]} ». Pour en décider autrement`;
  return decided === 'sans_objet' ? 'pour le dire sans objet' : undefined;
}

const SETTLED: readonly Verdict[] = ['conforme', 'non_conforme', 'sans_objet'];

/** The verdicts as people read them. */
const WORDS: Readonly<Record<Verdict, string>> = {
  conforme: 'conforme',
  non_conforme: 'non conforme',
  a_verifier: 'à vérifier',
  sans_objet: 'sans objet',
  non_verifie: 'non vérifié',
};

/** Who acts on a campaign, and the ISO day. */
interface Act {
  readonly by: string;
  readonly on: string;
}

/**
 * Signs a campaign: nothing in it changes any more. Items may remain to be
 * checked; the signature says how many.
 *
 * @throws QualeprefError `campaign-frozen` when signed already, `campaign-date` when something in it is later than the signature
 */
export function sign(
  campaign: Campaign,
  { by, on, hash }: Act & { readonly hash?: string | undefined },
): Campaign {
  refuseFrozen(campaign);
  const days = [campaign.checkedOn, ...campaign.decisions.map(({ decision }) => decision.date)];
  const later = days.find((day) => day > on);
  if (later !== undefined)
    throw new QualeprefError(
      'campaign-date',
      `La campagne ${campaign.id} ne peut pas être signée au ${on} : elle contient une vérification ou une décision du ${later}.`,
    );
  const { remaining } = tally(verdictsOf(campaign).map(({ verdict }) => verdict));
  return { ...campaign, signature: { by, on, remaining, ...(hash === undefined ? {} : { hash }) } };
}

/**
 * Makes a new version of a signed campaign, where decisions can be changed.
 * The signed one is kept: `versionOf` gives it back.
 *
 * @throws QualeprefError `campaign-unsigned` when there is nothing to reopen, `campaign-reason` without a reason
 */
export function reopen(campaign: Campaign, { by, on, reason }: Act & { readonly reason: string }): Campaign {
  const { signature, ...open } = campaign;
  if (!signature)
    throw new QualeprefError(
      'campaign-unsigned',
      `La campagne ${campaign.id} n’est pas signée : elle peut être modifiée telle quelle.`,
    );
  if (isBlank(reason))
    throw new QualeprefError(
      'campaign-reason',
      `Pour rouvrir la campagne ${campaign.id}, indiquer la raison.`,
    );
  const signed = { signature, decisions: campaign.decisions.length, reopened: { by, on, reason } };
  return { ...open, earlier: [...campaign.earlier, signed] };
}

/**
 * A version of a campaign, as it was signed. Versions count from 1; the
 * current one is the number of earlier ones plus 1.
 *
 * @throws QualeprefError `campaign-version` when there is no such version
 */
export function versionOf(campaign: Campaign, version: number): Campaign {
  if (version === campaign.earlier.length + 1) return campaign;
  const signed = campaign.earlier[version - 1];
  if (!signed)
    throw new QualeprefError(
      'campaign-version',
      `La campagne ${campaign.id} n’a pas de version ${String(version)}. Attendu : un nombre de 1 à ${String(campaign.earlier.length + 1)}.`,
    );
  return {
    ...campaign,
    decisions: campaign.decisions.slice(0, signed.decisions),
    signature: signed.signature,
    earlier: campaign.earlier.slice(0, version - 1),
  };
}

const GAP_ORIGINS: Readonly<Record<GridId, GapOrigin>> = {
  website: 'website-grid',
  reception: 'reception-grid',
  'mail-control': 'mail-control',
};

/**
 * The gaps that a campaign opens: one for each item that does not conform, of
 * the day on which it was decided. For good once the campaign is signed.
 *
 * @param known gaps still open: an item that has one on this site opens no other
 * @throws QualeprefError `campaign-grid` when the campaign was judged by another grid or edition
 */
export function gapsOf(campaign: Campaign, grid: Grid, known: readonly Gap[] = []): readonly Gap[] {
  if (campaign.grid !== grid.id || campaign.edition !== grid.edition)
    throw new QualeprefError(
      'campaign-grid',
      `La campagne ${campaign.id} suit l’édition ${campaign.edition} de la grille ${campaign.grid}, et non l’édition ${grid.edition} de la grille ${grid.id}.`,
    );
  const { period, site, checkedOn } = campaign;
  const origin = GAP_ORIGINS[grid.id];
  const isKnown = (item: string): boolean =>
    known.some((gap) => gap.origin === origin && gap.reference === item && gap.site === site);
  return verdictsOf(campaign).flatMap(({ item, verdict, decision }) => {
    const label = grid.items.find(({ id }) => id === item)?.label;
    if (verdict !== 'non_conforme' || label === undefined || isKnown(item)) return [];
    return {
      id: [grid.id, period, item, ...(site === undefined ? [] : [site])].join(':'),
      origin,
      foundOn: decision?.date ?? checkedOn,
      subject: `Non conforme\u00A0: «\u00A0${label}\u00A0»`,
      reference: item,
      ...(site === undefined ? {} : { site }),
    };
  });
}

function refuseFrozen({ id, signature }: Campaign): void {
  if (!signature) return;
  throw new QualeprefError(
    'campaign-frozen',
    `La campagne ${id} a été signée le ${signature.on} : la rouvrir pour la modifier.`,
  );
}

function unknownItem(item: string, where: string): QualeprefError {
  return new QualeprefError('campaign-item', `« ${item} » n’est pas un point de « ${where} ».`);
}

function isBlank(reason: string | undefined): boolean {
  return reason === undefined || reason.trim() === '';
}
