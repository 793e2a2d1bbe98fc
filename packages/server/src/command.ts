import { readFileSync } from 'node:fs';
import { QualeprefError, typeset } from '@qualepref/core';
import { inFrench, usageMessage } from '@qualepref/crawler';
import { Command, CommanderError, Option } from 'commander';
import { roleNames } from './access.ts';
import { backUp, restore } from './backup.ts';
import { fillDemo } from './demo.ts';
import { erase, exportPerson, KEPT_AFTER_ANSWER, replayErasures } from './person.ts';
import { purge, type Purged } from './purge.ts';
import { openUpToDate, runUntilStopped, withWorld } from './run-server.ts';
import { loadSettings, type Settings } from './settings.ts';
import { accountRoles, addUser, closeUser, resetFactor, resetPassword, type UserOptions } from './user.ts';
import { VERSION } from './version.ts';
import type { World } from './world.ts';

/**
 * Runs `qualepref-server`.
 *
 * @returns the exit code: 0 done, 2 usage, configuration or machine, 130 or 143 interrupted
 */
export async function run(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = commandLine((exit) => (code = exit));
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      complain(usageMessage(error, program, args));
      return 2;
    }
    if (!(error instanceof QualeprefError)) throw error;
    complain(error.message);
    return 2;
  }
}

function commandLine(exit: (code: number) => void): Command {
  const program = new Command('qualepref-server')
    .usage('[options] <commande>')
    .description(
      'L’API des composants de la préfecture, sa base, les pages des agents et les travaux de fond.',
    )
    .version(VERSION, '-V, --version', 'affiche la version')
    .option('--config <fichier>', 'configuration', 'qualepref.yml');
  const settings = (): Promise<Settings> =>
    loadSettings(program.opts<{ config: string }>().config, process.env);

  program
    .command('serve')
    .description('sert l’API et les pages ; avec la base embarquée, fait aussi les travaux de fond')
    .action(async () => {
      const all = await settings();
      exit(await runUntilStopped(all, { serves: true, works: all.databaseUrl === undefined }, say));
    });
  program
    .command('demo')
    .description('remplit une base vide de la vie d’une préfecture inventée, puis la sert ; rien n’en sort')
    .option('--results <fichier>', 'résultats publiés au départ (JSON)')
    .action(async ({ results }: { results?: string }) => {
      const all = await settings();
      const accounts = await withWorld(all, (world) => fillDemo(world, results));
      for (const { login, role, password, factor } of accounts) {
        say(`Compte ${login} (${roleNames[role]}) : ${password}`);
        if (factor) say(`Clé du second facteur de ${login} : ${factor.key}`);
        if (factor) say(`Codes de secours de ${login} : ${factor.recoveryCodes.join(' ')}`);
      }
      exit(await runUntilStopped(all, { serves: true, works: true }, say));
    });
  program
    .command('worker')
    .description('fait les travaux de fond : courriels, rappels, purges, audits (PostgreSQL)')
    .action(async () => {
      exit(await runUntilStopped(await settings(), { serves: false, works: true }, say));
    });
  program
    .command('migrate')
    .description('met la base à jour')
    .action(async () => {
      const store = await openUpToDate(await settings());
      await store.boss.stop({ graceful: false });
      await store.close();
      say('La base est à jour.');
    });
  program
    .command('backup')
    .description(
      'sauvegarde la base dans le dossier sauvegardes, et efface les sauvegardes de plus de trente jours',
    )
    .action(async () => {
      const all = await settings();
      const path = await withWorld(all, async (world) => {
        const made = await backUp(world.store, all, world.now());
        await purge(world);
        return made;
      });
      say(path);
    });
  program
    .command('restore <sauvegarde>')
    .description(
      'remet une sauvegarde à la place de la base, puis purge et efface à nouveau ce qui devait l’être',
    )
    .addOption(new Option('--force', 'confirme que la base actuelle est remplacée').makeOptionMandatory())
    .action(async (path: string) => {
      const all = await settings();
      await restore(path, all);
      const { purged, erased } = await withWorld(all, async (world) => ({
        purged: await purge(world),
        erased: await replayErasures(world),
      }));
      say('La sauvegarde est en place.');
      say(purgeText(purged));
      say(`Personnes effacées à nouveau : ${String(erased)}.`);
    });
  program
    .command('purge')
    .description(
      'supprime ce dont la durée de conservation est passée, et les sauvegardes de plus de trente jours',
    )
    .action(async () => say(purgeText(await withWorld(await settings(), purge))));
  program
    .command('export-person <adresse>')
    .description('écrit en JSON tout ce qui est gardé sous une adresse électronique')
    .action(async (email: string) => {
      const found = await withWorld(await settings(), (world) => exportPerson(world, email));
      process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    });
  program
    .command('erase-person <adresse>')
    .description('efface ce qui est gardé sous une adresse électronique, et annule ses rendez-vous à venir')
    .option(
      '--open-feedback',
      'efface aussi les réclamations et les suggestions sans réponse : personne n’y répondra plus',
    )
    .action(async (email: string, { openFeedback }: { openFeedback?: true }) => {
      const open = openFeedback ? 'erase' : 'keep';
      const { rows, kept } = await withWorld(await settings(), (world) => erase(world, email, open));
      say(
        `Lignes effacées : ${String(rows)}. Les sauvegardes la gardent trente jours au plus ; en restaurer une l’efface à nouveau.`,
      );
      if (kept.length > 0)
        say(
          `Gardées jusqu’à leur réponse, puis effacées ${String(KEPT_AFTER_ANSWER)} jours après : ${kept.join(', ')}. Pour les effacer maintenant : --open-feedback ; dire alors à la personne qu’aucune réponse ne viendra.`,
        );
    });

  const users = addUserCommands(program, settings);

  for (const command of [program, ...program.commands, ...users]) inFrench(command);
  return program;
}

const PASSWORD = [
  '--password-stdin',
  'lit le mot de passe sur l’entrée standard, au lieu d’en tirer un',
] as const;

function addUserCommands(program: Command, settings: () => Promise<Settings>): readonly Command[] {
  const user = program.command('user').description('crée, ferme et rouvre les comptes des agents');
  const act = async <Result>(work: (world: World) => Promise<Result>): Promise<Result> =>
    withWorld(await settings(), work);
  user
    .command('add <identifiant>')
    .description('crée un compte ; son mot de passe est à changer à la première connexion')
    .requiredOption('--name <nom>', 'nom affiché')
    .addOption(
      new Option('--role <rôle>', 'ce que le compte peut faire').choices(accountRoles).default('agent'),
    )
    .option('--site <site...>', 'sites du compte (par défaut, tous)')
    .option('--service <service>', 'service du référent')
    .option(...PASSWORD)
    .action(async (login: string, options: UserOptions & PasswordOption) => {
      const given = passwordFrom(options);
      tellPassword(await act((world) => addUser(world, login, options, given)), given);
    });
  user
    .command('disable <identifiant>')
    .description('ferme un compte et ses sessions')
    .action(async (login: string) => {
      await act((world) => closeUser(world, login, true));
      say('Le compte est fermé.');
    });
  user
    .command('enable <identifiant>')
    .description('rouvre un compte')
    .action(async (login: string) => {
      await act((world) => closeUser(world, login, false));
      say('Le compte est ouvert.');
    });
  user
    .command('password <identifiant>')
    .description('donne un autre mot de passe, à changer à la première connexion')
    .option(...PASSWORD)
    .action(async (login: string, options: PasswordOption) => {
      const given = passwordFrom(options);
      tellPassword(await act((world) => resetPassword(world, login, given)), given);
    });
  user
    .command('reset-factor <identifiant>')
    .description('retire le second facteur de qui a perdu son téléphone et ses codes de secours')
    .action(async (login: string) => {
      await act((world) => resetFactor(world, login));
      say('Le second facteur est retiré, et les sessions du compte sont fermées.');
    });
  return user.commands;
}

interface PasswordOption {
  readonly passwordStdin?: true;
}

/** An argument would stay in the history of the terminal. */
function passwordFrom({ passwordStdin }: PasswordOption): string | undefined {
  return passwordStdin ? (readFileSync(process.stdin.fd, 'utf8').split(/\r?\n/)[0] ?? '') : undefined;
}

function tellPassword(password: string, given: string | undefined): void {
  say('Le mot de passe est à changer à la première connexion.');
  if (given === undefined) process.stdout.write(`${password}\n`);
}

function purgeText({ appointments, feedback, answered, mail, journal, backups }: Purged): string {
  return `Purge : ${String(appointments)} rendez-vous, ${String(feedback)} réclamations et suggestions, ${String(answered)} effacées après leur réponse, ${String(mail)} courriers, ${String(journal)} lignes de journal, ${String(backups)} sauvegardes.`;
}

function say(line: string): void {
  process.stdout.write(`${typeset(line)}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${typeset(text)}\n`);
}
