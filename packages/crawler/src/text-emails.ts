/** An e-mail address as a text shows it, in the text composed by `normalize('NFC')`. */
export interface ReadEmail {
  readonly text: string;
  readonly index: number;
  /** Lower case, with its `@`. */
  readonly address: string;
  /** Written so that machines do not take it: « accueil [at] exemple.fr ». */
  readonly isDisguised: boolean;
}

const LOCAL = String.raw`(?<![\p{L}\d.+_%@＠-])(?<local>[a-z\d](?:[a-z\d.+_%-]{0,62}[a-z\d_])?`;
const LABEL = String.raw`[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?`;
const END = String.raw`(?![\p{L}\d@＠-])`;
/** A place where a browser may break the line. */
const BREAK = String.raw`[\u00ad\u200b\u2060]?`;
const BRACKETED = (words: string): string => String.raw` ?[([{<] ?(?:${words}) ?[)\]}>] ?`;
const AT = `[@＠]${BREAK}| @ |@ |${BRACKETED(String.raw`at|arr?oba[sz]e?|a|@`)}`;
const DOT = String.raw`${BREAK}\.${BREAK}|${BRACKETED(String.raw`dot|point|\.`)}`;
/** Where an address that is told in words may end: « point de vente » may follow it. */
const TOP = String.raw`(?:fr|com|org|net|eu|info|re|gp|mq|gf|yt|pm|nc|pf|wf)\b`;
const EMAIL = new RegExp(
  [
    String.raw`${LOCAL})(?<at>${AT})(?<domain>(?:${LABEL}(?:${DOT})){1,5}[a-z]{2,24})${END}`,
    String.raw`${LOCAL}(?: (?:tiret bas|tiret|underscore) ${LABEL}){0,3})(?<at>${AT}| arr?oba[sz]e? | at (?=${LABEL} dot ))(?<domain>${LABEL}(?<dot>\.| point | dot | \. )(?:${LABEL}\k<dot>){0,4}?${TOP})${END}`,
  ]
    .map((form, at) => form.replaceAll(/\(\?<(local|at|domain)>/g, `(?<$1${String(at)}>`))
    .join('|'),
  'giu',
);
const DOTS = new RegExp(`${DOT}| point | dot | \\. `, 'giu');
/** Cheap: what every form holds. */
const HINT = /[@＠]|arr?oba|\bat\b|[([{<] ?a ?[)\]}>]/i;

/** The e-mail addresses of a text, in its order. */
export function emailsIn(written: string): ReadEmail[] {
  if (!HINT.test(written)) return [];
  const text = written.normalize('NFC');
  return [...text.matchAll(EMAIL)].flatMap(({ 0: shown, index, groups = {} }) => {
    const local = (groups['local0'] ?? groups['local1'] ?? '')
      .replaceAll(/ (?:tiret bas|underscore) /gi, '_')
      .replaceAll(/ tiret /gi, '-');
    const domain = (groups['domain0'] ?? groups['domain1'] ?? '').replaceAll(DOTS, '.');
    const address = `${local}@${domain}`.toLowerCase();
    const isDisguised = shown.replaceAll(/[\u00ad\u200b\u2060]/g, '').toLowerCase() !== address;
    return address.includes('..') ? [] : [{ text: shown, index, address, isDisguised }];
  });
}
