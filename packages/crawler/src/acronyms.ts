import type { Passage } from './read-passages.ts';
import { fold } from './text.ts';

/** An acronym that the text does not write out where it first uses it. */
export interface BareAcronym {
  readonly acronym: string;
  /** The words around it. */
  readonly quote: string;
}

/**
 * Known to all: their long form would puzzle more than they do, or has gone out
 * of use. What only those who work in a préfecture know is not among them (CERT,
 * ANTS, VPF…), and neither are CAF, CPAM or OFII, which newcomers do not know.
 */
const KNOWN = new Set(
  (
    'SMS MMS TV CD DVD GPS USB PC SIM QR ' + // things
    'PDF ODT ODS DOC DOCX XLS XLSX PPT ZIP CSV HTML JPG JPEG PNG GIF BMP TIF TIFF XML URL WEB KO MO GO ' + // files
    'CEDEX BP CS TSA RDV NB SOS OK CV TTC HT EUR ' + // letters and prices
    'SNCF RATP TGV RER TER TVA HLM RIB EDF UE USA ONU OTAN ADN'
  ).split(' '),
);
/** Words that are written in capitals to be seen. */
const WORDS = new Set(
  'NON OUI PAS UN UNE LE LA LES DES DU DE ET OU NE EN AU AUX SUR PAR TOUT TOUS TOUTE SANS AVEC SAUF SEUL SEULE POUR EST SONT PLUS NOM PRENOM NOTA INFO VOIR DATE ICI VOS NOS VOUS NOUS A'.split(
    ' ',
  ),
);
const ACRONYM = /(?<![\p{L}\d.’'@/_-])(?:[A-ZÀ-Ý]{2,6}|(?:[A-ZÀ-Ý]\.){2,6})(?![\p{L}\d_@]|[.-][\p{L}\d])/gu;
const ROMAN = /^[IVXLC]+$/;
const SMALL = new Set('de du des la le les l d et a au aux en pour sur par dans ou un une sa son'.split(' '));
/** The town behind a postal code, the name behind a first name, the number of a road. */
const NAME_BEFORE = /(?:\b\d{5} |\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? |\b(?:M\.|Mme|Mlle|Me|Dr) )$/u;
const SENTENCE_START = /(?:^|[.!?:»] )\p{Lu}\p{Ll}+ $/u;
const NUMBERED = /^ ?\d/;
const QUOTE = 60;

/** The acronyms of a text that are not written out by the end of the passage where each first stands, at most `max`. */
export function bareAcronyms(passages: readonly Pick<Passage, 'text'>[], max: number): BareAcronym[] {
  const met = new Set<string>();
  const found: BareAcronym[] = [];
  let initials = '';
  let read = 0;
  /** Those of the passages down to this one: most pages have no acronym, and nobody asks. */
  const initialsDownTo = (last: number): string => {
    for (; read <= last; read++) initials += initialsOf(passages[read]?.text ?? '');
    return initials;
  };
  for (const [at, { text }] of passages.entries()) {
    if (found.length >= max) break;
    let shouted: boolean | undefined;
    for (const match of text.matchAll(ACRONYM)) {
      const [written] = match;
      const acronym = plain(written);
      if (met.has(acronym)) continue;
      if ((shouted ??= isShouted(text))) break;
      const before = text.slice(Math.max(0, match.index - QUOTE), match.index);
      const after = text.slice(match.index + written.length, match.index + written.length + QUOTE);
      if (isOther(acronym, before, after)) continue;
      met.add(acronym);
      if (isWrittenOut(acronym, before, after) || initialsDownTo(at).includes(acronym.toLowerCase()))
        continue;
      found.push({ acronym: written, quote: quoteOf(before, written, after) });
      if (found.length >= max) break;
    }
  }
  return found;
}

function isOther(acronym: string, before: string, after: string): boolean {
  if (acronym.length < 2 || KNOWN.has(acronym) || WORDS.has(acronym) || ROMAN.test(acronym)) return true;
  if (NAME_BEFORE.test(before) && !SENTENCE_START.test(before)) return true;
  // Roads, forms and models: « RD 12 ».
  return acronym.length <= 2 && NUMBERED.test(after);
}

/** « agence (ANTS) », or « ANTS (agence…) ». */
function isWrittenOut(acronym: string, before: string, after: string): boolean {
  if (/\p{L}{3}[^.;]{0,3}[(«“] ?$/u.test(before) && /^ ?[)»”]/.test(after)) return true;
  return new RegExp(
    `^ ?[(:,–—-] ?(?:l['’]|la |le |les |ou |soit )*[${acronym.charAt(0)}${acronym.charAt(0).toLowerCase()}]`,
    'u',
  ).test(after.normalize('NFD').replace(/\p{Mn}/gu, ''));
}

/** First letters of the words that count, as an acronym takes them. */
function initialsOf(text: string): string {
  return (fold(text).match(/[a-z]+/g) ?? [])
    .filter((word) => !SMALL.has(word))
    .map((word) => word.charAt(0))
    .join('');
}

/** A line in capitals tells no acronym from a word. */
function isShouted(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  const loud = words.filter((word) => word === word.toUpperCase());
  return words.length > 1 && loud.length * 2 > words.length;
}

/** The words whole, on both sides. */
function quoteOf(before: string, written: string, after: string): string {
  const start = before.length < QUOTE ? before : before.slice(-QUOTE / 2).replace(/^\S*\s/, '');
  const end = after.length < QUOTE ? after : after.slice(0, QUOTE / 2).replace(/\s\S*$/, '');
  return (start + written + end).trim();
}

function plain(written: string): string {
  return written
    .replaceAll('.', '')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
}
