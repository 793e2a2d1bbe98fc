import type { ParagraphKind } from './feed-sheet.ts';

/** What an element does to the text within it. */
export interface Meaning {
  /** `text` is shown, `inline` is part of the text around it, `apart` is read for itself or not at all. */
  readonly flow: 'text' | 'inline' | 'apart';
  readonly kind?: ParagraphKind;
  readonly isConditional?: true;
  readonly isLocal?: true;
}

const INLINE = [
  ...['MiseEnEvidence', 'Valeur', 'Expression', 'Exposant', 'Indice', 'Citation', 'TermeEtranger'],
  ...['LienInterne', 'LienExterne', 'LienIntra'],
];

const TEXT: Readonly<Record<string, Omit<Meaning, 'flow'>>> = {
  ...plain('Texte', 'Paragraphe', 'Chapitre', 'SousChapitre', 'ListeSituations', 'BlocCas', 'Complement'),
  ...plain('Liste', 'Tableau', 'Colonne', 'Rangée'),
  ...plain('Condition', 'et', 'ou', 'non', 'estVrai', 'estFaux', 'estIndefini', 'affecteVrai', 'affecteFaux'),
  Item: { kind: 'item' },
  Cellule: { kind: 'cell' },
  Titre: { kind: 'title' },
  TitreFlottant: { kind: 'title' },
  TitreAlternatif: { kind: 'title', isConditional: true },
  Introduction: { kind: 'introduction' },
  ...each({ kind: 'note' }, 'ANoter', 'ASavoir', 'Attention', 'Rappel', 'Exemple'),
  ...each({ isConditional: true }, 'Situation', 'Cas', 'FragmentConditionne'),
  Avertissement: { kind: 'warning' },
  ServiceEnLigne: { kind: 'service' },
  ServiceEnLigneAnnexe: { kind: 'service' },
  Definition: { kind: 'definition' },
  Abreviation: { kind: 'definition' },
  // Until 3.4 the place to go to stands at the root under the first name, from 3.5 on under the second.
  ...each({ isLocal: true }, 'OuSAdresser', 'QuiPeutMAider', 'OuSAdresserSupport'),
  ...each({ isConditional: true }, 'Problematiques', 'Problematique', 'Branche', 'Aide', 'SiSelectionne'),
  ...each({ isConditional: true }, 'Questionnaire', 'Question', 'Choix'),
};

/** Where the sheet stands, what it refers to, and what describes it. */
const APART = [
  ...[
    'SurTitre',
    'Audience',
    'Canal',
    'Cible',
    'FilDAriane',
    'Niveau',
    'Theme',
    'SousTheme',
    'SousThemePere',
  ],
  ...['Dossier', 'DossierPere', 'SousDossier', 'SousDossierPere', 'Fiche', 'FicheLiee', 'VoirAussi'],
  ...['QuestionReponse', 'CommentFaireSi', 'RechercheGuidee', 'Reference', 'PourEnSavoirPlus', 'Partenaire'],
  ...['LienWeb', 'NoticeLiee', 'NumeroCerfa', 'Source', 'RessourceWeb', 'PivotLocal'],
  ...['SiteInternetPublic', 'InformationComplementaire', 'Actualite', 'Montant', 'Image', 'Video'],
];

function plain(...names: string[]): Record<string, Omit<Meaning, 'flow'>> {
  return each({}, ...names);
}

function each(meaning: Omit<Meaning, 'flow'>, ...names: string[]): Record<string, Omit<Meaning, 'flow'>> {
  return Object.fromEntries(names.map((name) => [name, meaning]));
}

const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...INLINE.map((name) => [name, { flow: 'inline' }] as const),
  ...Object.entries(TEXT).map(([name, meaning]) => [name, { flow: 'text', ...meaning }] as const),
  ...APART.map((name) => [name, { flow: 'apart' }] as const),
]);

const UNKNOWN: Meaning = { flow: 'text' };
const DESCRIPTION: Meaning = { flow: 'apart' };

/** What an element of the schemas 3.3 to 3.5 means; one of a later schema, met within a text, is text. */
export function meaningOf(name: string): Meaning {
  const known = MEANINGS.get(name);
  if (known) return known;
  // « Rangée » may come with its accent apart.
  return name.startsWith('dc:') ? DESCRIPTION : (MEANINGS.get(name.normalize('NFC')) ?? UNKNOWN);
}

/** Whether no known schema has such an element. */
export function isUnknown(name: string): boolean {
  return meaningOf(name) === UNKNOWN;
}
