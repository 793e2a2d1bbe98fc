import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  calendarOf,
  campaignsIn,
  changeCampaigns,
  controlSize,
  gapsIn,
  handGrids,
  loadHandCampaign,
  openMailControl,
  openReception,
  parsePeriod,
  periodOf,
  QualeprefError,
  reopen,
  sightingsIn,
  sign,
  tally,
  verdictsOf,
  type Campaign,
  type Config,
  type Grid,
  type HandCampaign,
  type HandKind,
  type PlanNews,
} from '@qualepref/core';
import { Option, type Command } from 'commander';
import type { CommandHooks } from './command-feed.ts';
import { CONFIG, wholeNumber } from './command-options.ts';
import { loadConfig } from './config.ts';
import { makeFolder, writeWhole } from './disk.ts';
import { oldAnswersText } from './grid-import-old.ts';
import type { HandBook } from './hand-import.ts';
import { handName, handWords } from './hand-sheet.ts';
import { day, plural } from './reports/french.ts';
import { strangeFile } from './strange-file.ts';

type Hooks = Pick<CommandHooks, 'say'>;

/** Options of `grid export` for what people alone fill in. */
export interface HandOptions {
  kind?: HandKind;
  config?: string;
  period?: string;
  log?: string;
  seed?: string;
  size?: number;
  grid?: string;
  out?: string;
}

/** Adds to `grid export` what it needs for the other grids. */
export function addHandOptions(exporting: Command): Command {
  const kinds = Object.entries(handWords) as [HandKind, string][];
  return exporting
    .addOption(
      new Option(
        '--kind <sorte>',
        'une autre grille, remplie à la main, dans le dossier indiqué : accueil (chaque semestre, sur chaque site) ou courriers (chaque trimestre, un tirage de réponses)',
      ).argParser((value: string) => {
        const kind = kinds.find(([, word]) => word === value)?.[0];
        if (kind) return kind;
        throw new QualeprefError(
          'usage-grid-kind',
          `« ${value} » n’est pas une sorte de grille. Attendu : ${kinds.map(([, word]) => word).join(' ou ')}.`,
        );
      }),
    )
    .option('--config <fichier>', `configuration, avec --kind (par défaut ${CONFIG})`)
    .option(
      '--period <période>',
      '2026-S2 pour l’accueil, 2026-T4 pour les courriers (par défaut, la période en cours)',
    )
    .option(
      '--log <classeur>',
      'tableau de suivi des courriers et courriels (.xlsx ou .ods), où tirer les réponses',
    )
    .option('--seed <texte>', 'graine du tirage, pour le refaire (par défaut, une nouvelle)')
    .option(
      '--grid <fichier>',
      'votre propre grille, avec --kind : la feuille « Modèle » d’un classeur exporté, corrigée (.xlsx ou .ods), ou une grille en JSON',
    )
    .option('--size <n>', `réponses à tirer (${String(controlSize.value)})`, wholeNumber);
}

/** Options that each grid does nothing with. */
const FOREIGN: Readonly<Record<HandKind | 'website', readonly (keyof HandOptions)[]>> = {
  website: ['config', 'period', 'log', 'seed', 'size', 'grid'],
  reception: ['log', 'seed', 'size'],
  'mail-control': [],
};

/** @throws QualeprefError `usage-grid-option` for an option that this grid does nothing with */
export function refuseForeign(options: HandOptions): void {
  const odd = FOREIGN[options.kind ?? 'website'].find((name) => options[name] !== undefined);
  if (odd === undefined) return;
  const kinds = options.kind ? '--kind courriers' : '--kind';
  throw new QualeprefError(
    'usage-grid-option',
    `--${odd} ne sert pas à cette grille : le retirer, ou ajouter ${kinds}.`,
  );
}

/** Writes the spreadsheet to fill in, and opens the campaign the first time. */
export async function exportHand(folder: string, options: HandOptions & { kind: HandKind }): Promise<void> {
  const { kind } = options;
  const period = parsePeriod(options.period ?? periodOf(today(), handGrids[kind].period).id).id;
  const path = join(folder, `${handName({ kind, period })}.json`);
  const hand = await openedHand(path, { ...options, period });
  const { handWorkbook } = await import('./hand-export.ts');
  const target = options.out ?? path.replace(/json$/, 'xlsx');
  const bytes = await handWorkbook(hand);
  makeFolder(folder);
  keep(path, hand);
  writeWhole(target, bytes);
  tellFiles([target, path]);
}

async function openedHand(
  path: string,
  { kind, period, ...options }: HandOptions & { kind: HandKind; period: string },
): Promise<HandCampaign> {
  const kept = existsSync(path) ? keptAt(path) : undefined;
  if (kept?.kind === 'mail-control') {
    if ([options.log, options.seed, options.size, options.grid].every((given) => given === undefined))
      return kept;
    throw new QualeprefError(
      'usage-grid-drawn',
      `Les réponses de ${period} sont déjà tirées (« ${path} ») : relancer sans --log, --seed, --size ni --grid, ou ranger ailleurs ce fichier pour tirer de nouveau.`,
    );
  }
  const config = await loadConfig(options.config ?? CONFIG);
  const id = kept?.id ?? randomBytes(8).toString('hex');
  const modules = config.label?.modules ?? [];
  const { ownGrid } = await import('./grid-import-model.ts');
  const grid = options.grid === undefined ? undefined : ownGrid(readSheet(options.grid), kind);
  if (kind === 'reception')
    return openReception({ id, sites: config.sites, grid }, { period, today: today(), modules }, kept);
  return drawnFrom(config, { id, period, modules, grid }, options);
}

interface Drawing {
  readonly id: string;
  readonly period: string;
  readonly modules: readonly number[];
  readonly grid: Grid | undefined;
}

async function drawnFrom(
  config: Config,
  { id, period, modules, grid }: Drawing,
  { log, seed = randomBytes(4).toString('hex'), size = controlSize.value }: HandOptions,
): Promise<HandCampaign> {
  const { mailLog, mailLogColumns, mailServices } = await import('./mail-log.ts');
  if (log === undefined)
    throw new QualeprefError(
      'usage-grid-log',
      `D’où tirer les réponses ? Indiquer avec --log le tableau de suivi des courriers et courriels, un classeur dont les colonnes sont : ${mailLogColumns}.`,
    );
  const entries = mailLog(readSheet(log), config);
  const { email, letter } = config.delays;
  const sites = new Map(config.sites.map((site) => [site.id, calendarOf(site)]));
  return openMailControl({ id, sites: config.sites, services: mailServices(config), grid }, entries, {
    ...{ period, modules, seed, size, today: today() },
    delays: { email, letter },
    calendarOf: (site) => sites.get(site) ?? { zone: 'metropole', closings: [] },
  });
}

/** A spreadsheet of a grid is a hundred times smaller. */
const LARGEST_SHEET = 30_000_000;

/** The bytes of a spreadsheet, or of what is kept in JSON. @throws QualeprefError `grid-file` */
export function readSheet(path: string): Uint8Array {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found)
    throw unreadable(
      path,
      'n’existe pas : vérifier son nom et son dossier. Attendu : un classeur .xlsx ou .ods.',
    );
  if (!found.isFile())
    throw unreadable(path, 'est un dossier : indiquer le classeur .xlsx ou .ods qu’il contient.');
  if (found.size > LARGEST_SHEET)
    throw unreadable(path, 'est trop gros pour être une grille : indiquer un fichier .xlsx ou .ods.');
  const bytes = readFileSync(path);
  const strange = path.endsWith('.json') ? null : strangeFile(bytes);
  if (strange !== null) throw unreadable(path, `ne peut pas être lu. ${strange}`);
  return bytes;
}

function unreadable(path: string, why: string): QualeprefError {
  return new QualeprefError('grid-file', `« ${path} » ${why}`);
}

/**
 * Reads a spreadsheet filled in back into its campaign.
 *
 * @param at the campaign’s file or its folder
 * @throws QualeprefError `grid-file`, `grid-cells`, `campaign-frozen`
 */
export async function importHand(
  read: HandBook,
  { at, reopen: reason }: { readonly at: string; readonly reopen: string | undefined },
  { say }: Hooks,
): Promise<void> {
  const path = at.endsWith('.json') ? at : join(at, `${read.origin.name}.json`);
  const hand = keptAt(path);
  const { importedHand } = await import('./hand-import.ts');
  const signed = campaignsIn(hand).find(({ signature }) => signature)?.signature;
  // What is closed is read for as well: a spreadsheet without anything new changes nothing.
  const imported = importedHand(read, changeCampaigns(hand, withoutSignature), today());
  const { added, by, old } = imported;
  let now = added === 0 ? hand : imported.hand;
  if (added > 0 && signed) {
    if (reason === undefined)
      throw new QualeprefError(
        'campaign-frozen',
        `Cette campagne est close depuis le ${day(signed.on)} : pour la changer, ajouter --reopen "raison". Ce sera une nouvelle version.`,
      );
    const reopened = changeCampaigns(hand, (campaign) =>
      campaign.signature ? reopen(campaign, { by, on: today(), reason }) : campaign,
    );
    now = importedHand(read, reopened, today()).hand;
  }
  if (added > 0) keep(path, now);
  const news =
    added === 0
      ? 'Rien de nouveau dans ce classeur.'
      : `${plural(added, 'décision enregistrée', 'décisions enregistrées')}.`;
  say([news, oldAnswersText(old), standing(now)].filter(Boolean).join('\n'));
  tellFiles([path, keepGaps(path, now)]);
}

function withoutSignature({ signature: _, ...campaign }: Campaign): Campaign {
  return campaign;
}

/** Closes all the campaigns of a file. @throws QualeprefError `campaign-frozen`, `usage-grid-by` */
export function closeHand(path: string, by: string | undefined, { say }: Hooks): void {
  const hand = keptAt(path);
  const decisions = campaignsIn(hand).flatMap((campaign) => campaign.decisions);
  const name = by?.trim() || decisions.at(-1)?.decision.by;
  if (name === undefined)
    throw new QualeprefError(
      'usage-grid-by',
      'Personne n’a encore rien décidé dans cette campagne : indiquer qui la clôt avec --by.',
    );
  const hash = createHash('sha256').update(JSON.stringify(hand)).digest('hex');
  // A site that was added since is closed in its turn.
  const isPartly = campaignsIn(hand).some(({ signature }) => !signature);
  const closed = changeCampaigns(hand, (campaign) =>
    isPartly && campaign.signature ? campaign : sign(campaign, { by: name, on: today(), hash }),
  );
  keep(path, closed);
  say(`Campagne close et visée par ${name}. ${standing(closed)} Empreinte du contenu : ${hash}.`);
  tellFiles([path, keepGaps(path, closed)]);
}

function standing(hand: HandCampaign): string {
  const verdicts = campaignsIn(hand).flatMap((campaign) =>
    verdictsOf(campaign).map(({ verdict }) => verdict),
  );
  const { conforme, decided, remaining } = tally(verdicts);
  return `${plural(conforme, 'point conforme', 'points conformes')} sur ${plural(decided, 'décidé', 'décidés')}, ${plural(remaining, 'restant', 'restants')}.`;
}

/** @throws QualeprefError `grid-file`, `hand-campaign` */
function keptAt(path: string): HandCampaign {
  if (!existsSync(path))
    throw new QualeprefError(
      'grid-file',
      `« ${path} » n’existe pas : indiquer avec --audit le dossier où « qualepref grid export » a écrit cette campagne.`,
    );
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new QualeprefError(
      'grid-file',
      `« ${path} » ne se lit pas comme une campagne : le reprendre d’une sauvegarde.`,
      { cause },
    );
  }
  return loadHandCampaign(value);
}

function keep(path: string, hand: HandCampaign): void {
  writeWhole(path, `${JSON.stringify(hand, null, 2)}\n`);
}

function keepGaps(path: string, hand: HandCampaign): string {
  const beside = join(dirname(path), `${handName(hand)}-ecarts.json`);
  const names = new Map(hand.sites.map(({ id, name }) => [id, name]));
  // Whoever follows the plan knows sites by their names.
  const gaps = gapsIn(hand).map((gap) =>
    gap.site === undefined ? gap : { ...gap, subject: `${gap.subject} (${names.get(gap.site) ?? gap.site})` },
  );
  const news: PlanNews = { gaps, sightings: sightingsIn(hand) };
  writeWhole(beside, `${JSON.stringify(news, null, 2)}\n`);
  return beside;
}

function tellFiles(paths: readonly string[]): void {
  process.stdout.write(`${paths.map((path) => resolve(path)).join('\n')}\n`);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
