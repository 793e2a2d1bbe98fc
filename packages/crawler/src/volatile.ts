/** Stands for what was left out. */
const GAP = '\u0000';

const MONTH = 'janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre';
const CLOCK = String.raw`\d{1,2}(?: ?h ?|:)\d{2}(?::\d{2})?`;
const DATES = [
  /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?/g,
  new RegExp(
    String.raw`\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?\d{1,2}(?:er)? (?:${MONTH})(?: \d{4})?)\b(?:,? (?:à )?${CLOCK})?`,
    'gi',
  ),
  /\b\d{1,2}:\d{2}:\d{2}\b/g,
];
const COUNTED =
  /\b\d[\d\s.]{0,15}(?=(?:visit(?:e|eur)s?|vues?|lectures?|consultations?|téléchargements?|connectés?|fois)\b)/gi;
const COUNTER = /((?:visites?|visiteurs?|vues?|lectures?|consultations?) ?: ?)\d[\d\s.]{0,15}/gi;

const TOKEN_NAME =
  /\s(?:name|id|property)=["']?[\w.-]*(?:csrf|token|nonce|captcha|session|form_build_id|viewstate|eventvalidation)/i;
const VALUE = /(\s(?:value|content)=)(?:"[^"]*"|'[^']*'|[^\s>"']+)/gi;
const OWN_TOKEN =
  /(\s(?:nonce|datetime|data-[a-z-]{0,30}(?:token|csrf|nonce))=)(?:"[^"]*"|'[^']*'|[^\s>"']+)/gi;
const SESSION = /([?&;](?:jsessionid|phpsessid|sid|session_?id|_?csrf|_?token)=)[^&"'<>\s#;]+/gi;
const SCRIPT_TOKEN =
  /((?:csrf|token|nonce|session_?id)\w{0,30}["']?\s{0,5}[:=]\s{0,5}["'])[^"'\n]{8,200}(?=["'])/gi;
const SCRIPT_TIME = /((?:time|timestamp|date|now)["']?\s{0,5}[:=]\s{0,5}["']?)\d{10,13}\b/gi;

/**
 * The source of a page without what a server changes in it from one answer to
 * the next: tokens, sessions, dates and counters. Addresses keep their figures:
 * another style sheet is another page. Takes a time that grows as the text does.
 */
export function steadySource(html: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    if (end > at) parts.push(steadyText(html.slice(at, end)));
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      at = endOf(html, html.indexOf('-->', open + 4), 3);
      parts.push(steadyComment(html.slice(open, at)));
      continue;
    }
    at = endOf(html, html.indexOf('>', open), 1);
    const tag = html.slice(open, at);
    parts.push(steadyTag(tag));
    const raw = /^<(script|style|title|textarea)[\s/>]/i.exec(tag)?.[1]?.toLowerCase();
    if (raw === undefined) continue;
    const closing = new RegExp(`</${raw}`, 'gi');
    closing.lastIndex = at;
    const stop = closing.exec(html)?.index ?? html.length;
    const inside = html.slice(at, stop);
    parts.push(raw === 'script' ? steadyScript(inside) : inside);
    at = stop;
  }
  return parts.join('');
}

/** Whether nothing in a piece of a page's source may be otherwise in the next answer. */
export function isSteady(piece: string): boolean {
  return steadySource(piece) === piece;
}

function endOf(html: string, found: number, length: number): number {
  return found < 0 ? html.length : found + length;
}

function steadyText(text: string): string {
  if (!/\d/.test(text)) return text;
  const undated = DATES.reduce((rest, date) => rest.replace(date, GAP), text);
  return undated.replace(COUNTED, GAP).replace(COUNTER, `$1${GAP}`);
}

/** Nobody is shown it: any figure in it is a counter. */
function steadyComment(comment: string): string {
  return comment.replace(/[0-9a-f]{16,}|\d+/gi, GAP);
}

function steadyTag(tag: string): string {
  if (!tag.includes('=')) return tag;
  const own = tag.replace(OWN_TOKEN, `$1${GAP}`).replace(SESSION, `$1${GAP}`);
  const isToken = /^<(?:input|meta)\s/i.test(tag) && TOKEN_NAME.test(tag);
  return isToken ? own.replace(VALUE, `$1${GAP}`) : own;
}

function steadyScript(code: string): string {
  return code.replace(SCRIPT_TOKEN, `$1${GAP}`).replace(SCRIPT_TIME, `$1${GAP}`).replace(SESSION, `$1${GAP}`);
}
