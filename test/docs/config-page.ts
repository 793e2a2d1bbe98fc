import { configSchema } from '@qualepref/core';
import { serverMeanings } from './config-meanings-server.ts';
import { configMeanings } from './config-meanings.ts';
import { keysOf, type SchemaKey } from './schema-keys.ts';
import { code, table } from './markdown.ts';

/** Told once: their keys are those of another section. */
const LIKE_ANOTHER = /^formerLabels\[\]|^delays\.(?:letter|feedback)\./;
/** The same in each of the delays. */
const DELAY: Readonly<Record<string, string>> = {
  'delays.email.amount': 'Nombre de jours ; de même pour les autres délais.',
  'delays.email.unit': 'Jours ouvrés (lundi à vendredi), ouvrables (avec le samedi) ou calendaires.',
  'delays.email.bound': 'Le dernier jour compte (`inclusive`), ou « en moins de » (`strict`).',
};

const MEANINGS: Readonly<Record<string, string>> = { ...configMeanings, ...serverMeanings, ...DELAY };

/** `docs/configuration.md`, from the schema of the configuration. */
export function configPage(): string {
  const keys = uniqueKeys();
  const sections = Map.groupBy(keys, ({ path }) => path.split(/[.[]/)[0] ?? path);
  const parts = [...sections].map(([name, own]) => section(name, own));
  return `# La configuration : qualepref.yml

Page écrite d’après le schéma par \`npm run docs\` : la corriger dans \`test/docs/config-meanings.ts\` ou dans le schéma.

\`npm run -s qualepref -- init\` écrit un fichier commenté, à compléter. Seule l’adresse du site est nécessaire ; chaque point de la grille qui demande une autre clé est « non vérifié » tant qu’elle manque, et dit laquelle. Une clé inconnue est refusée, avec sa ligne et la clé la plus proche. Une clé facultative peut être écrite et laissée vide : « pas encore connu ».

Un texte \`{ fr, en }\` est montré au public : le français est obligatoire, l’anglais ne l’est pas. Le schéma est publié : \`@qualepref/core/schemas/config.json\`, qu’un éditeur de texte peut suivre. [Un exemple entier](exemples/bouches-du-rhone.yml).

${parts.join('\n')}`;
}

function uniqueKeys(): SchemaKey[] {
  const seen = new Set<string>();
  return keysOf(configSchema).filter(({ path }) => {
    if (LIKE_ANOTHER.test(path) || seen.has(path)) return false;
    seen.add(path);
    return true;
  });
}

function section(name: string, [first, ...keys]: readonly SchemaKey[]): string {
  const told = first ? meaningOf(first) : '';
  const rows = keys.map((key) => [code(key.path), presence(key), valueOf(key), meaningOf(key)]);
  const body = keys.length > 0 ? table(['clé', 'par défaut', 'valeur', 'sens'], rows) : '';
  const preset =
    first && keys.length === 0 && first.preset !== undefined ? ` Par défaut : ${presence(first)}.` : '';
  return `## ${name}\n\n${told}${preset}\n\n${body}`;
}

function presence({ isRequired, preset }: SchemaKey): string {
  if (isRequired) return '**obligatoire**';
  return preset === undefined ? '–' : code(JSON.stringify(preset));
}

/** Lists of words speak for themselves; else what the schema answers to a wrong value. */
function valueOf({ type, expected }: SchemaKey): string {
  if (type.includes('"')) return code(type.replaceAll('"', ''));
  if (type === '{ fr, en }') return code(type);
  if (expected === undefined) return 'une section';
  return expected.replace(/^un texte\u00A0?: .*$/u, 'un texte').replace(/^un texte : .*$/u, 'un texte');
}

function meaningOf({ path }: SchemaKey): string {
  return MEANINGS[path] ?? '';
}

/** Keys that have no sentence, and sentences that have no key: both must be mended by hand. */
export function strayMeanings(): { readonly untold: string[]; readonly lost: string[] } {
  const keys = uniqueKeys();
  const known = new Set(keys.map(({ path }) => path));
  return {
    untold: keys.filter((key) => meaningOf(key) === '').map(({ path }) => path),
    lost: Object.keys(MEANINGS).filter((path) => !known.has(path)),
  };
}
