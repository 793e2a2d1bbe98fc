import { QualeprefError } from '@qualepref/core';
import { Command, CommanderError } from 'commander';
import { createApp } from './app.ts';
import { jsonLog } from './log.ts';
import { prepareQueues } from './queue.ts';
import { listen } from './serve.ts';
import { loadSettings, type Settings } from './settings.ts';
import { migrate, openStore, type Store } from './store/database.ts';
import { VERSION } from './version.ts';
import { loadWidgets } from './widget-files.ts';
import type { World } from './world.ts';

/**
 * Runs `qualepref-server`.
 *
 * @returns the exit code: 0 done, 2 usage, configuration or machine, 130 or 143 interrupted
 */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command('qualepref-server')
    .description(
      'L’API des composants de la préfecture, sa base, les pages des agents et les travaux de fond.',
    )
    .version(VERSION, '--version', 'affiche la version')
    .helpOption('-h, --help', 'affiche cette aide')
    .option('--config <fichier>', 'configuration', 'qualepref.yml')
    .exitOverride();
  let code = 0;
  const settings = (): Promise<Settings> =>
    loadSettings(program.opts<{ config: string }>().config, process.env);

  program
    .command('serve')
    .description('sert l’API et les pages ; avec la base embarquée, fait aussi les travaux de fond')
    .action(async () => {
      code = await serveUntilStopped(await settings());
    });
  program
    .command('migrate')
    .description('met la base à jour')
    .action(async () => {
      const store = await open(await settings());
      await store.close();
      process.stdout.write('La base est à jour.\n');
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof QualeprefError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

async function open({ databaseUrl, data }: Settings, isWorker = false): Promise<Store> {
  const store = await openStore({ url: databaseUrl, folder: `${data}/base`, isWorker });
  await migrate(store);
  await prepareQueues(store);
  return store;
}

/** @returns the exit code of the signal that stopped it */
async function serveUntilStopped(settings: Settings): Promise<number> {
  // Before the database: what is missing is said at once.
  const widgets = settings.serves.public ? await loadWidgets(settings.widgets) : undefined;
  const store = await open(settings, settings.databaseUrl === undefined);
  const now = () => new Date();
  const log = jsonLog((line) => process.stderr.write(line), now);
  const world: World = { settings, store, now, random: Math.random, log };
  const served = await listen(createApp(world, undefined, widgets), settings);
  process.stdout.write(`Service ouvert : http://${settings.host}:${String(served.port)}/\n`);
  const signal = await stopped();
  await served.close();
  await store.boss.stop({ graceful: true });
  await store.close();
  return signal;
}

function stopped(): Promise<number> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve(130));
    process.once('SIGTERM', () => resolve(143));
  });
}
