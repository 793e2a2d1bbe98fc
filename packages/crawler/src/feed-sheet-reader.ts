import { isUnknown, meaningOf, type Meaning } from './feed-elements.ts';
import type {
  FeedParagraph,
  FeedParent,
  FeedService,
  FeedSheet,
  FeedWarning,
  ParagraphKind,
} from './feed-sheet.ts';
import { isoDay, sheetNumber, webAddress } from './feed-words.ts';
import type { Pair, XmlReader } from './feed-xml.ts';
import { collapse, cut, fold } from './text.ts';

const ROOTS = new Set(['Publication', 'ServiceComplementaire']);
const AUDIENCES = ['particuliers', 'professionnels', 'associations'] as const;

/** What holds for all that is inside: the item of a glossary is no item of the text. */
const WHOLE: ReadonlySet<ParagraphKind> = new Set(['warning', 'service', 'definition']);

const MAX_TITLE = 500;
const MAX_UNKNOWN = 20;

type Attributes = Readonly<Record<string, string>>;

/** An element that is open. */
interface Frame {
  readonly name: string;
  readonly attributes: Attributes;
  readonly flow: Meaning['flow'];
  readonly kind: ParagraphKind;
  readonly isLocal: boolean;
  isConditional: boolean;
  /** Paragraphs before it. */
  readonly from: number;
  /** Whether its whole text is wanted. */
  readonly isTold: boolean;
  /** Whether it stands within an element whose whole text is wanted, or is one. */
  readonly isHeard: boolean;
  /** Its text so far, if it is heard. */
  text: string;
  /** Its first title. */
  title?: string;
}

/** A part that may still be changed while it is read. */
type Open<T> = { -readonly [key in keyof T]: T[key] };

/** Reads a sheet, a dossier or a resource; `null` for a document that is none. */
export function sheetReader(root: string, file: string): XmlReader | null {
  return ROOTS.has(root) ? new SheetReader(file) : null;
}

class SheetReader implements XmlReader {
  readonly #file: string;
  readonly #stack: Frame[] = [];
  readonly #paragraphs: Open<FeedParagraph>[] = [];
  readonly #parents: FeedParent[] = [];
  readonly #warnings: FeedWarning[] = [];
  readonly #services: Open<FeedService>[] = [];
  readonly #links: FeedSheet['links'][number][] = [];
  readonly #labels: Pair[] = [];
  readonly #unknown = new Set<string>();
  readonly #values = new Set<string>();
  readonly #pivots = new Set<string>();
  readonly #targets: string[] = [];
  /** Of the Dublin Core block and of what stands alone under the root, the first of each. */
  readonly #said = new Map<string, string>();
  #root: Attributes = {};
  /** Services within one another: a form and its annexes. */
  readonly #serving: Open<FeedService>[] = [];
  /** What the dossier under way lists. */
  readonly #listed: FeedParent['sheets'][number][] = [];
  /** Text under way, up to the next paragraph. */
  #buffer = '';

  constructor(file: string) {
    this.#file = file;
  }

  open(name: string, attributes: Attributes): void {
    const above = this.#stack.at(-1);
    const meaning = meaningOf(name);
    if (above && isUnknown(name) && this.#unknown.size < MAX_UNKNOWN) this.#unknown.add(cut(name, 60));
    if (!above) this.#root = attributes;
    if (above && meaning.flow !== 'inline') this.#endParagraph(above);
    this.#stack.push(frameOf(name, attributes, meaning, above, this.#paragraphs.length));
    this.#begin(name, attributes, above);
  }

  text(chunk: string): void {
    const frame = this.#stack.at(-1);
    if (!frame) return;
    if (frame.isHeard) frame.text += chunk;
    if (frame.flow !== 'apart') this.#buffer += chunk;
  }

  close(): void {
    const frame = this.#stack.at(-1);
    if (!frame) return;
    if (frame.flow !== 'inline') this.#endParagraph(frame);
    this.#stack.pop();
    const above = this.#stack.at(-1);
    if (!above) return;
    if (above.isHeard) above.text += frame.text;
    this.#end(frame, above);
  }

  #endParagraph({ flow, kind, isConditional, isLocal }: Frame): void {
    const text = collapse(this.#buffer);
    this.#buffer = '';
    if (text !== '' && flow !== 'apart' && this.#stack.length > 1)
      this.#paragraphs.push({ text, kind, isConditional, isLocal });
  }

  #begin(name: string, attributes: Attributes, above: Frame | undefined): void {
    switch (name) {
      case 'Condition':
        if (above) this.#showIf(above);
        break;
      case 'ServiceEnLigne':
      case 'ServiceEnLigneAnnexe': {
        const service = serviceOf(attributes);
        this.#serving.push(service);
        this.#services.push(service);
        break;
      }
      case 'LienWeb':
        this.#leadTo(webAddress(attributes['URL']));
    }
  }

  /** It is told after the title of what it is about. */
  #showIf(frame: Frame): void {
    // What is inside is so already: a thousand conditions are not applied a thousand times.
    if (frame.isConditional) return;
    frame.isConditional = true;
    for (const paragraph of this.#paragraphs.slice(frame.from)) paragraph.isConditional = true;
  }

  #leadTo(url: string | null): void {
    const service = this.#serving.at(-1);
    if (service) service.url ??= url;
    else if (url !== null) this.#targets.push(url);
  }

  #end(frame: Frame, above: Frame): void {
    const { name, attributes } = frame;
    const text = frame.isTold ? collapse(frame.text) : '';
    if (this.#stack.length === 1 && text !== '' && !this.#said.has(name)) this.#said.set(name, text);
    switch (name) {
      case 'Titre':
        above.title ??= cut(text, MAX_TITLE);
        break;
      case 'Valeur':
        if (text !== '') this.#values.add(text);
        break;
      case 'PivotLocal':
        if (text !== '') this.#pivots.add(cut(text, 100));
        break;
      case 'LienInterne':
        this.#link(text, null, sheetNumber(attributes['LienPublication']));
        break;
      case 'LienExterne':
        this.#link(text, webAddress(attributes['URL']), null);
        break;
      case 'NoticeLiee':
        this.#services.push({ ...serviceOf(attributes), title: cut(text, MAX_TITLE) });
        break;
      case 'ServiceEnLigne':
      case 'ServiceEnLigneAnnexe': {
        const service = this.#serving.pop();
        if (service) service.title = frame.title ?? '';
        break;
      }
      case 'Avertissement':
        this.#warnings.push(this.#warningOf(frame));
        break;
      case 'Fiche':
        this.#list(sheetNumber(attributes['ID']), cut(text, MAX_TITLE), above);
        break;
      default:
        this.#endParent(frame, text);
    }
  }

  #endParent({ name, title = '', attributes }: Frame, text: string): void {
    const kind = PARENTS[name];
    if (!kind || this.#stack.length !== 1) return;
    const sheets = kind === 'dossier' ? this.#listed.splice(0) : [];
    const named = title === '' ? cut(text, MAX_TITLE) : title;
    if (named !== '')
      this.#parents.push({ kind, number: sheetNumber(attributes['ID']), title: named, sheets });
  }

  #link(text: string, url: string | null, number: string | null): void {
    if (url !== null || number !== null) this.#links.push({ text, url, number });
  }

  #warningOf({ from, title = '', attributes }: Frame): FeedWarning {
    const texts = this.#paragraphs.slice(from).map(({ text }) => text);
    const text = texts.slice(texts[0] === title ? 1 : 0).join('\n');
    return { title, text, date: isoDay(attributes['date']) };
  }

  /** In a list of links the same element holds a title and a theme: that is no label. */
  #list(number: string | null, label: string, { name }: Frame): void {
    if (number === null || label === '') return;
    if (name !== 'DossierPere' && name !== 'SousDossier' && this.#stack.length > 1) return;
    this.#labels.push([number, label]);
    if (this.#stack[1]?.name === 'DossierPere') this.#listed.push({ number, label });
  }

  result(): ReturnType<XmlReader['result']> {
    const said = (name: string): string | null => this.#said.get(name) ?? null;
    const number =
      sheetNumber(this.#root['ID']) ??
      sheetNumber(this.#said.get('dc:identifier')) ??
      sheetNumber(this.#file.split('/').at(-1));
    if (number === null) return { kind: 'other' };
    const title = said('dc:title') ?? '';
    const url = webAddress(this.#root['spUrl']);
    const theme = this.#parents.find(({ kind }) => kind === 'theme');
    const sheet: FeedSheet = {
      number,
      audience: audienceOf(this.#said.get('Audience'), url),
      schema:
        /Schemas\/(\d{1,3}\.\d{1,3})\//.exec(this.#root['xsi:noNamespaceSchemaLocation'] ?? '')?.[1] ?? '',
      type: collapse(this.#root['type'] ?? ''),
      title,
      shortTitles: [...new Set(this.#labels.filter(([of]) => of === number).map(([, label]) => label))],
      description: said('dc:description'),
      date: isoDay(this.#said.get('dc:date')),
      importantChange: isoDay(this.#root['dateDerniereModificationImportante']),
      url,
      contributor: said('dc:contributor'),
      sources: (said('dc:source') ?? '')
        .split(/,\s?(?=https?:)/)
        .flatMap((source) => webAddress(source) ?? []),
      theme: theme ? { number: theme.number, title: theme.title } : null,
      parents: this.#parents,
      warnings: this.#warnings,
      paragraphs: this.#paragraphs,
      values: [...this.#values],
      services: this.#services,
      links: this.#links,
      pivots: [...this.#pivots],
      targets: this.#targets,
      cerfa: said('NumeroCerfa'),
    };
    return { kind: 'sheet', sheet, labels: this.#labels, unknown: [...this.#unknown] };
  }
}

/** Elements whose whole text is wanted, besides the Dublin Core block. */
const TOLD = new Set([
  ...['Audience', 'NumeroCerfa', 'Titre', 'Valeur', 'PivotLocal', 'LienInterne', 'LienExterne', 'NoticeLiee'],
  ...['Fiche', 'SousThemePere', 'SousDossierPere'],
]);

const PARENTS: Readonly<Record<string, FeedParent['kind']>> = {
  Theme: 'theme',
  SousThemePere: 'sub-theme',
  DossierPere: 'dossier',
  SousDossierPere: 'sub-dossier',
};

function isService(name: string): boolean {
  return name === 'ServiceEnLigne' || name === 'ServiceEnLigneAnnexe';
}

function frameOf(
  name: string,
  attributes: Attributes,
  meaning: Meaning,
  above: Frame | undefined,
  from: number,
): Frame {
  const isApart =
    above?.flow === 'apart' || (name === 'Titre' && above !== undefined && isService(above.name));
  const isTold = TOLD.has(name) || name.startsWith('dc:');
  return {
    name,
    attributes,
    flow: isApart ? 'apart' : meaning.flow,
    kind: kindOf(meaning, above),
    isLocal: meaning.isLocal === true || above?.isLocal === true,
    isConditional: meaning.isConditional === true || above?.isConditional === true,
    from,
    isTold,
    isHeard: isTold || above?.isHeard === true,
    text: '',
  };
}

function kindOf({ kind }: Meaning, above: Frame | undefined): ParagraphKind {
  if (above && (kind === undefined || WHOLE.has(above.kind))) return above.kind;
  return kind ?? 'paragraph';
}

function serviceOf(attributes: Attributes): Open<FeedService> {
  return {
    number: sheetNumber(attributes['ID']),
    title: '',
    url: webAddress(attributes['URL']),
    type: collapse(attributes['type'] ?? ''),
    cerfa: collapse(attributes['numerocerfa'] ?? '') || null,
  };
}

/** As the document says, or else as its address does. */
function audienceOf(said: string | undefined, url: string | null): FeedSheet['audience'] {
  const words = fold(said ?? '');
  const named = AUDIENCES.find((audience) => words.startsWith(audience));
  if (named) return named;
  if (/\/\/entreprendre\.|\/professionnels-entreprises\//.test(url ?? '')) return 'professionnels';
  return url?.includes('/associations/') === true ? 'associations' : 'particuliers';
}
