import * as v from 'valibot';
import { campaignSchema, gapsOf, openCampaign, type Campaign } from './campaign.ts';
import type { MailEntry } from './correspondence.ts';
import { QualeprefError } from './error.ts';
import { gridSchema, mailControlGrid, receptionGrid, type Grid } from './grid.ts';
import type { Gap } from './improvement.ts';
import { controlDrawSchema, controlGaps, drawControl, type ControlSetting } from './mail-control.ts';
import { parsed } from './parse.ts';
import type { Site } from './perimeter.ts';
import { id, list, periodId, section, text } from './schema.ts';

const KIND = 'une sorte de campagne : reception ou mail-control';

const common = {
  /** Drawn once: a spreadsheet is read back into the campaign that it was made from. */
  id: text(),
  period: periodId,
  /** The sites as people call them, in the order of the configuration. */
  sites: list(section({ id, name: text() }), 'de sites'),
  /** The préfecture’s own, where it follows one: that of `handGrids` otherwise. */
  grid: v.optional(gridSchema),
};

/**
 * What is kept of a grid that people alone fill in, all sites together: the
 * conditions of reception, a campaign for each site, or the random control of
 * the replies, a campaign for each reply drawn.
 */
export const handCampaignSchema = v.variant(
  'kind',
  [
    section({
      kind: v.literal('reception', KIND),
      ...common,
      campaigns: list(campaignSchema, 'de campagnes'),
    }),
    section({
      kind: v.literal('mail-control', KIND),
      ...common,
      /** The services as people call them. */
      services: v.optional(list(section({ id, name: text() }), 'de services')),
      draw: controlDrawSchema,
    }),
  ],
  KIND,
);
export type HandCampaign = v.InferOutput<typeof handCampaignSchema>;
export type HandKind = HandCampaign['kind'];

/** The grid that each kind is filled in by. */
export const handGrids: Readonly<Record<HandKind, Grid>> = {
  reception: receptionGrid,
  'mail-control': mailControlGrid,
};

/** The grid that a campaign follows. */
export function gridOf({ kind, grid }: Pick<HandCampaign, 'kind' | 'grid'>): Grid {
  return grid ?? handGrids[kind];
}

/**
 * Reads what was kept of a campaign filled in by hand.
 *
 * @throws QualeprefError `hand-campaign`; each line of the message names a path and what was expected there
 */
export function loadHandCampaign(value: unknown): HandCampaign {
  return parsed(handCampaignSchema, value, { code: 'hand-campaign', name: 'campagne' });
}

/** What both kinds are opened with. */
interface Opening {
  readonly id: string;
  readonly sites: readonly Pick<Site, 'id' | 'name' | 'kind'>[];
  /** The préfecture’s own. */
  readonly grid?: Grid | undefined;
}

/** What a control is opened with besides. */
interface ControlOpening extends Opening {
  readonly services?: readonly { readonly id: string; readonly name: string }[];
}

/**
 * Opens the grid of the conditions of reception on every site. What is `kept`
 * of it stays as it is, and sites that it lacks are added, by the grid that it follows.
 *
 * @throws QualeprefError `hand-sites` when there is no site, `hand-grid` when what is kept follows another grid,
 * and those of `openCampaign`
 */
export function openReception(
  { id, sites, grid: own }: Opening,
  setting: { readonly period: string; readonly today: string; readonly modules: readonly number[] },
  kept?: HandCampaign,
): HandCampaign {
  if (sites.length === 0)
    throw new QualeprefError(
      'hand-sites',
      'Aucun site d’accueil n’est décrit : les ajouter à la configuration, sous « sites ».',
    );
  const { period, today: checkedOn, modules } = setting;
  const known = kept ? campaignsIn(kept) : [];
  const isNew = ({ id: site }: { readonly id: string }): boolean =>
    known.every((campaign) => campaign.site !== site);
  const added = sites.filter(isNew);
  if (kept && own && gridOf(kept).edition !== own.edition)
    throw new QualeprefError(
      'hand-grid',
      `La campagne ${period} suit l’édition ${gridOf(kept).edition} de la grille, et non l’édition ${own.edition} : la finir avec la sienne, ou ranger son fichier ailleurs pour en ouvrir une autre.`,
    );
  const followed = kept ? kept.grid : own;
  const grid = gridOf({ kind: 'reception', grid: followed });
  return {
    kind: 'reception',
    id: kept?.id ?? id,
    period,
    sites: [...(kept?.sites ?? []), ...added.map(({ id, name }) => ({ id, name }))],
    campaigns: [
      ...known,
      ...added.map(({ id: site, kind: siteKind }) =>
        openCampaign(grid, { period, site, siteKind, checkedOn, modules }),
      ),
    ],
    ...(followed ? { grid: followed } : {}),
  };
}

/**
 * Draws the replies to control, as `drawControl` does.
 *
 * @throws QualeprefError `hand-nothing` when no reply of the quarter can be drawn, and those of `drawControl`
 */
export function openMailControl(
  { id, sites, services = [], grid: own }: ControlOpening,
  entries: readonly MailEntry[],
  setting: Omit<ControlSetting, 'grid'>,
): HandCampaign {
  const grid = gridOf({ kind: 'mail-control', grid: own });
  const draw = drawControl(entries, { ...setting, grid });
  if (draw.sheets.length === 0)
    throw new QualeprefError(
      'hand-nothing',
      `Le tableau de suivi n’a aucune réponse à contrôler reçue pendant ${setting.period} : indiquer un autre trimestre, ou un tableau à jour.`,
    );
  const drawn = new Set(draw.sheets.map(({ site }) => site));
  const of = sites.filter((site) => drawn.has(site.id)).map(({ id, name }) => ({ id, name }));
  const asked = new Set(draw.sheets.map(({ service }) => service));
  const named = services.filter((service) => asked.has(service.id)).map(({ id, name }) => ({ id, name }));
  return {
    ...{ kind: 'mail-control', id, period: draw.period, sites: of, draw },
    ...(named.length > 0 ? { services: named } : {}),
    ...(own ? { grid: own } : {}),
  };
}

/** The campaigns of all sites, or of all replies drawn. */
export function campaignsIn(hand: HandCampaign): readonly Campaign[] {
  return hand.kind === 'reception' ? hand.campaigns : hand.draw.sheets.map(({ campaign }) => campaign);
}

/** The same with each of its campaigns changed: decided, signed, reopened. */
export function changeCampaigns(hand: HandCampaign, change: (campaign: Campaign) => Campaign): HandCampaign {
  if (hand.kind === 'reception') return { ...hand, campaigns: hand.campaigns.map(change) };
  const sheets = hand.draw.sheets.map((sheet) => ({ ...sheet, campaign: change(sheet.campaign) }));
  return { ...hand, draw: { ...hand.draw, sheets } };
}

/**
 * The gaps that a campaign opens, for the improvement plan: as `gapsOf` and `controlGaps` say.
 *
 * @param known gaps still open: an item that has one on a site opens no other
 * @throws QualeprefError `campaign-grid` when it follows another edition of the grid
 */
export function gapsIn(hand: HandCampaign, known: readonly Gap[] = []): readonly Gap[] {
  const grid = gridOf(hand);
  if (hand.kind === 'mail-control') return controlGaps(hand.draw.sheets, grid, known);
  return hand.campaigns.flatMap((campaign) => gapsOf(campaign, grid, known));
}
