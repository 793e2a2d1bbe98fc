import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { feedSentence, staleSentence } from './feed-age.ts';
import { OFFICIAL_FEEDS } from './feed-download.ts';
import { openFeed, type FeedRecord } from './feed-file.ts';
import { currentFeed, defaultFeedFolder } from './feed-folder.ts';
import { updateFeed } from './feed-update.ts';
import { listenForInterruption } from './interruption.ts';
import { createProgress, progressMode } from './progress.ts';
import { plural } from './reports/french.ts';
import { Interrupted } from './stop.ts';
import { plainLines } from './text.ts';

interface FeedOptions {
  feedDir?: string;
  allowPrivate?: true;
  quiet?: true;
  json?: true;
}

/** What the command line gives each of its commands. */
export interface CommandHooks {
  readonly exit: (code: number) => void;
  /** Writes a message to stderr. */
  readonly say: (message: string) => void;
}

/** Adds `feed update` and `feed info`. @returns the commands added */
export function addFeedCommand(program: Command, { exit, say }: CommandHooks): Command[] {
  const feed = program
    .command('feed')
    .description('tient à jour le flux « Vos droits et démarches » de la DILA');
  const folder = `dossier du flux (par défaut ${defaultFeedFolder()})`;
  const update = feed
    .command('update [lieux...]')
    .description('télécharge le flux officiel s’il a changé, ou lit les adresses, zips ou dossiers donnés')
    .option('--feed-dir <dossier>', folder)
    .option('--allow-private', 'permet les adresses privées écrites dans la commande')
    .option('--quiet', 'n’affiche pas la progression')
    .option('--json', 'affiche la progression en lignes JSON')
    .action(async (places: string[], options: FeedOptions) => {
      exit(await updateCommand(places, options, say));
    });
  const info = feed
    .command('info')
    .description('dit d’où vient le flux, de quand il est et ce qu’il contient')
    .option('--feed-dir <dossier>', folder)
    .action(({ feedDir = defaultFeedFolder() }: FeedOptions) => {
      const opened = openFeed(currentFeed(feedDir) ?? feedDir);
      opened.close();
      process.stdout.write(`${describe(opened.path, opened.record, new Date())}\n`);
    });
  return [feed, update, info];
}

async function updateCommand(
  places: readonly string[],
  { feedDir = defaultFeedFolder(), allowPrivate, quiet, json }: FeedOptions,
  say: (message: string) => void,
): Promise<number> {
  const interruption = listenForInterruption(() => {
    say('Mise à jour interrompue : le flux précédent, s’il y en a un, est gardé.');
  });
  const asked = places.length > 0 ? places : OFFICIAL_FEEDS;
  if (quiet !== true && json !== true) say(asked.map((place) => `Flux : ${place}`).join('\n'));
  const progress = createProgress(progressMode({ quiet, json }, process.stderr.isTTY), process.stderr);
  try {
    const { path, isUnchanged, record } = await updateFeed({
      folder: feedDir,
      places: asked,
      allowPrivate: allowPrivate === true,
      signal: interruption.signal,
      now: () => new Date(),
      progress: progress.show,
    });
    progress.end();
    if (isUnchanged) say('Le flux n’a pas changé.');
    process.stdout.write(`${describe(path, record, new Date())}\n`);
    return 0;
  } catch (error) {
    progress.end();
    if (!(error instanceof Interrupted) || interruption.code === undefined) throw error;
    interruption.say();
    return interruption.code;
  } finally {
    interruption.forget();
  }
}

/** What is known of a feed, a line each. */
function describe(path: string, { info, sources, unknown }: FeedRecord, now: Date): string {
  const elements = Object.entries(unknown).map(
    ([name, count]) => `${name} (${plural(count, 'fichier', 'fichiers')})`,
  );
  const lines = [
    feedSentence(info, now),
    ...sources.map(({ place, sheets }) => `${place} : ${plural(sheets, 'document', 'documents')}`),
    staleSentence(info, now),
    elements.length === 0
      ? null
      : `Éléments que cette version ne connaît pas, lus comme du texte : ${elements.join(', ')}.`,
    resolve(path),
  ];
  return plainLines(lines.filter((line) => line !== null).join('\n'));
}

/** @throws InvalidArgumentError */
export function hours(value: string): number {
  if (/^\d{1,6}$/.test(value)) return Number(value);
  throw new InvalidArgumentError(`« ${value} » n’est pas un nombre entier d’heures.`);
}
