import { readFile, stat } from 'node:fs/promises';
import { parseConfig, QualeprefError, type Config, type ParseIssue } from '@qualepref/core';
import { closest, distance } from 'fastest-levenshtein';
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type ErrorCode,
} from 'yaml';

const MAX_BYTES = 1024 * 1024;
const MAX_ISSUES = 10;

/** What the commonest faults of YAML mean to who has never heard of it. */
const SYNTAX: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'une tabulation sert de retrait : la remplacer par des espaces',
  BAD_INDENT: 'ce retrait n’est pas celui des lignes voisines : aligner les clés d’un même groupe',
  MISSING_CHAR: 'il manque ici deux-points, un tiret, une espace, un guillemet ou un crochet',
  BLOCK_AS_IMPLICIT_KEY:
    'deux fois deux-points sur une ligne : aller à la ligne, ou mettre la valeur entre guillemets',
  MULTILINE_IMPLICIT_KEY: 'cette clé n’est pas suivie de deux-points et d’une espace sur la même ligne',
  BAD_SCALAR_START: 'une valeur ne peut pas commencer par ce signe : la mettre entre guillemets',
  BAD_DQ_ESCAPE: "barre oblique inverse entre guillemets doubles : employer des guillemets simples (')",
  TAG_RESOLVE_FAILED: 'les étiquettes YAML, qui commencent par !, ne sont pas admises : retirer celle-ci',
  BAD_ALIAS: 'une valeur ne peut pas commencer par * ou & : la mettre entre guillemets',
  MULTIPLE_DOCS: 'une ligne --- commence un second document : n’en garder qu’un',
  UNEXPECTED_TOKEN: 'ce signe n’est pas attendu ici : mettre la valeur entre guillemets, ou la corriger',
  RESOURCE_EXHAUSTION: 'trop de niveaux sont emboîtés',
};

/**
 * Reads `qualepref.yml`.
 *
 * @throws QualeprefError `config-missing`, `config-unreadable`, `config-syntax`
 * or `config-invalid`; the message names the file, the lines and what to write
 */
export async function loadConfig(path: string): Promise<Config> {
  const source = await readSource(path);
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    resolveKnownTags: false,
    stringKeys: true,
  });
  // An unknown tag is only a warning to the parser.
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) {
    const { line, col } = lines.linePos(fault.pos[0]);
    const place = `${path}, ligne ${String(line)}, colonne ${String(col)}`;
    const what = syntaxText(fault.code, source.slice(fault.pos[0]));
    throw new QualeprefError('config-syntax', `${place}\u00a0: ${what}.`, { cause: fault });
  }

  const parsed = parseConfig(valueOf(document, path));
  if ('config' in parsed) return parsed.config;
  const found = parsed.issues
    .map((issue) => ({ line: lines.linePos(offsetOf(document, issue.path)).line, text: textOf(issue) }))
    .sort((a, b) => a.line - b.line)
    .map(({ line, text }) => `${path}, ligne ${String(line)}\u00a0: ${text}`);
  // A value repeated by alias is wrong once.
  const distinct = [...new Set(found)];
  const left = distinct.length - MAX_ISSUES;
  const more =
    left > 0 ? [`${path}\u00a0: ${String(left)} ${left > 1 ? 'autres erreurs' : 'autre erreur'}.`] : [];
  throw new QualeprefError('config-invalid', [...distinct.slice(0, MAX_ISSUES), ...more].join('\n'));
}

async function readSource(path: string): Promise<string> {
  const bytes = await readBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(path, 'n’est pas un texte en UTF-8 : l’enregistrer dans cet encodage', cause);
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const file = await stat(path);
    if (!file.isFile()) throw unreadable(path, 'n’est pas un fichier');
    if (file.size > MAX_BYTES) throw unreadable(path, 'dépasse 1 Mio : ce n’est pas une configuration');
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof QualeprefError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') {
      throw unreadable(path, 'ne peut pas être lu : vérifier les droits du fichier', cause);
    }
    const model = '«\u00a0qualepref init\u00a0» écrit un modèle à compléter';
    throw new QualeprefError('config-missing', `${path} n’existe pas. ${model}.`, { cause });
  }
}

function unreadable(path: string, why: string, cause?: unknown): QualeprefError {
  return new QualeprefError('config-unreadable', `${path} ${why}.`, { cause });
}

function syntaxText(code: ErrorCode, rest: string): string {
  if (code !== 'DUPLICATE_KEY') {
    return SYNTAX[code] ?? 'ce n’est pas du YAML : comparer avec le modèle que « qualepref init » écrit';
  }
  const key = /^[^\s:]*/.exec(rest)?.[0] ?? '';
  return `la clé «\u00a0${key}\u00a0» est déjà écrite plus haut\u00a0: n’en garder qu’une`;
}

/** Aliases that repeat a value without end, or name none, are only met when the value is made. */
function valueOf(document: Document, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause;
    throw new QualeprefError(
      'config-syntax',
      `${path}\u00a0: un renvoi YAML (*nom) ne mène à rien ou se répète trop\u00a0: écrire la valeur elle-même.`,
      { cause },
    );
  }
}

/** Where the key or the list item stands; for what is missing, where its section begins. */
function offsetOf(document: Document, path: ParseIssue['path']): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function textOf({ path, message, known }: ParseIssue): string {
  if (!known) return message;
  const key = String(path.at(-1));
  const nearest = closest(key, known);
  if (distance(key.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, key.length / 3)) {
    return `${message}, vouliez-vous dire «\u00a0${nearest}\u00a0»\u00a0?`;
  }
  return `${message}. Attendu\u00a0: ${known.join(', ')}.`;
}
