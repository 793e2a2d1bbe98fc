import type { Command, CommanderError } from 'commander';
import { distance } from 'fastest-levenshtein';

/** What is wrong with a command line, in one French sentence. */
export function usageMessage(error: CommanderError, program: Command, args: readonly string[]): string {
  const { command, path } = commandOf(program, args);
  const [quoted = ''] = /'[^']*'/.exec(error.message) ?? [];
  const named = quoted.replaceAll("'", '');
  const help = `Aide : ${[program.name(), ...path, '--help'].join(' ')}.`;
  switch (error.code) {
    case 'commander.unknownOption': {
      const near = nearest(
        named,
        command.options.map(({ long }) => long ?? ''),
      );
      return `Option inconnue : ${named}.${near === undefined ? '' : ` Vouliez-vous dire ${near} ?`} ${help}`;
    }
    case 'commander.unknownCommand': {
      const near = nearest(
        named,
        command.commands.map((candidate) => candidate.name()),
      );
      return `Commande inconnue : ${named}.${near === undefined ? '' : ` Vouliez-vous dire ${near} ?`} ${help}`;
    }
    case 'commander.missingArgument':
      return `Il manque un argument à la commande ${command.name()} : ${named}. ${help}`;
    case 'commander.missingMandatoryOptionValue':
      return `La commande ${command.name()} a besoin de l’option ${named}. ${help}`;
    case 'commander.optionMissingArgument':
      return `Il manque une valeur à l’option ${named}. ${help}`;
    case 'commander.excessArguments':
      return `La commande ${command.name()} a reçu trop d’arguments. ${help}`;
    case 'commander.invalidArgument':
      return `${named.split(' ')[0] ?? ''} : ${frenchPart(error.message, command)} ${help}`;
    case 'commander.help':
      return `Quelle commande lancer ? ${command.commands.map((candidate) => candidate.name()).join(', ')}. ${help}`;
    default:
      return `${error.message} ${help}`;
  }
}

/** The command that was meant, and its name within the program. */
function commandOf(program: Command, args: readonly string[]): { command: Command; path: string[] } {
  let command = program;
  const path: string[] = [];
  for (const [at, arg] of args.entries()) {
    const next = command.commands.find((candidate) => candidate.name() === arg);
    // An option of the whole program, or its value, may come before the command.
    if (!next && (arg.startsWith('-') || args[at - 1]?.startsWith('-'))) continue;
    if (!next) break;
    command = next;
    path.push(arg);
  }
  return { command, path };
}

/** Our own sentence, or the choices that commander lists. */
function frenchPart(message: string, command: Command): string {
  const own = message.indexOf('«');
  if (own >= 0) return message.slice(own);
  const option = command.options.find(({ flags }) => message.includes(flags));
  return `valeur inconnue. Attendu : ${option?.argChoices?.join(', ') ?? 'une autre valeur'}.`;
}

/** The known name that was probably meant, or `undefined` when none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, far: distance(name, candidate) }))
    .sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(2, Math.floor(name.length / 3)) ? best.candidate : undefined;
}
