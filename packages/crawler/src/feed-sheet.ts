/** Whom a feed is published for. */
export type Audience = 'particuliers' | 'professionnels' | 'associations';

/** What a stretch of text is in its sheet. */
export type ParagraphKind =
  | 'paragraph'
  | 'item'
  | 'cell'
  | 'title'
  /** In a box: « À noter », « À savoir », « Attention », « Rappel », « Exemple ». */
  | 'note'
  | 'introduction'
  /** Anything in the notice at the top, which has a date of its own. */
  | 'warning'
  /** Anything that explains an online service. */
  | 'service'
  /** Anything in the glossary, shown on demand. */
  | 'definition';

/** One stretch of text as it is shown: white space collapsed, characters and case as written. */
export interface FeedParagraph {
  readonly text: string;
  readonly kind: ParagraphKind;
  /** Whether it is shown for some situations or answers only. */
  readonly isConditional: boolean;
  /** Whether it tells where to go: a local site puts its own addresses there. */
  readonly isLocal: boolean;
}

/** What a sheet stands under, the widest first. */
export interface FeedParent {
  readonly kind: 'theme' | 'sub-theme' | 'dossier' | 'sub-dossier';
  /** `null` for a part of a dossier named by its title only. */
  readonly number: string | null;
  readonly title: string;
  /** The sheets it lists, by the short labels it gives them. */
  readonly sheets: readonly { readonly number: string; readonly label: string }[];
}

/** The notice shown above a sheet. */
export interface FeedWarning {
  readonly title: string;
  readonly text: string;
  /** ISO day. `dc:date` does not follow it. */
  readonly date: string | null;
}

/** A procedure, form, notice or calculator that a sheet leads to. */
export interface FeedService {
  /** R number. */
  readonly number: string | null;
  readonly title: string;
  readonly url: string | null;
  /** As written: Téléservice, Formulaire, Notice, Simulateur, Modèle de document… */
  readonly type: string;
  /** As `14880*02`. */
  readonly cerfa: string | null;
}

/** A link within the text. */
export interface FeedLink {
  readonly text: string;
  /** Absolute address; `null` for a link to another sheet. */
  readonly url: string | null;
  /** Number of the sheet it leads to. */
  readonly number: string | null;
}

/**
 * One document of the feed « Vos droits et démarches » of the DILA, schemas
 * 3.3 to 3.5: a sheet (F), a dossier or theme (N), or a resource (R).
 * What its XML leaves out is `null` or an empty list, never guessed.
 */
export interface FeedSheet {
  /** As `F1342`: the only key that stays when title, type and address change. */
  readonly number: string;
  readonly audience: Audience;
  /** As `3.5`; empty when the document does not say. */
  readonly schema: string;
  /** As written: « Fiche d'information conditionnée », « Dossier », « Téléservice »… */
  readonly type: string;
  readonly title: string;
  /** Other names it goes by in lists: the labels that its dossiers give it. */
  readonly shortTitles: readonly string[];
  readonly description: string | null;
  /** ISO day on which the text was last verified (`dc:date`). */
  readonly date: string | null;
  /** ISO day of the last important change: not the day of verification. */
  readonly importantChange: string | null;
  /** Official address. Its host differs between 3.3 and 3.5. */
  readonly url: string | null;
  /** Text to show as the source (`dc:contributor`). */
  readonly contributor: string | null;
  /** Addresses of the legal texts (`dc:source`). */
  readonly sources: readonly string[];
  readonly theme: { readonly number: string | null; readonly title: string } | null;
  readonly parents: readonly FeedParent[];
  readonly warnings: readonly FeedWarning[];
  readonly paragraphs: readonly FeedParagraph[];
  /** Amounts and durations as shown, such as « 25 € » or « 15 ans ». */
  readonly values: readonly string[];
  readonly services: readonly FeedService[];
  readonly links: readonly FeedLink[];
  /** Kinds of local office to go to, such as `prefecture`. */
  readonly pivots: readonly string[];
  /** Of a resource: the addresses it really leads to. */
  readonly targets: readonly string[];
  /** Of a form: its number, as `14880*02`. */
  readonly cerfa: string | null;
}
