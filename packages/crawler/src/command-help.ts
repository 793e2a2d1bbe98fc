import type { Command } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
  'Arguments:': 'Arguments :',
};

/** Gives a command its help in French; its errors are thrown, for `usageMessage`. */
export function inFrench(command: Command): void {
  command
    .helpOption('-h, --help', 'affiche cette aide')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: ({ description, defaultValue, argChoices }) =>
        [
          description,
          argChoices === undefined ? '' : ` : ${argChoices.join(', ')}`,
          typeof defaultValue === 'string' ? ` (par défaut : ${defaultValue})` : '',
        ].join(''),
    });
  if (command.commands.length > 0) command.helpCommand('help [commande]', 'affiche l’aide d’une commande');
}
