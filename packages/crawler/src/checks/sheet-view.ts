import { cantTell, failed, pageCheck, type At, type Check, type Problem } from '../check.ts';
import type { LinkFacts } from '../facts.ts';
import type { Passage } from '../read-passages.ts';
import { sheetAddress } from '../sheet-address.ts';
import { shownSheets } from '../sheet-page.ts';
import { cut } from '../text.ts';

type Code = 'raw-markup' | 'empty-value' | 'lone-number' | 'view-broken' | 'view-blank' | 'no-fallback';

const QUOTE = 200;
/** Cheap: any text that may hold one of the faults. */
const ODD = /[<&€{$]|undefined|null|NaN|object|modified|^\(?[FNR]\d|(?:alable|endant|de)\s+(?:ans|mois)/;
/** Elements of HTML and of the feed, as text; a sign « < » between two figures is none. */
const RAW_TAG =
  /<\/?(?:p|br|b|i|em|strong|span|div|a|ul|ol|li|h[1-6]|table|t[rdh]|sup|sub|img|Paragraphe|Texte|Titre|Liste|Item|Valeur|LienInterne|LienExterne|LienIntra|MiseEnEvidence|Exposant|Indice|Chapitre|Cas|BlocCas|Introduction|Fragment\w*)(?=[\s/>])[^<>]{0,200}>/;
const RAW_ENTITY =
  /&(?:nbsp|amp|lt|gt|quot|apos|laquo|raquo|rsquo|euro|[a-zA-Z](?:acute|grave|circ|cedil|uml)|#x?[\da-fA-F]{2,5});/;
const RAW_CODE = /\{\{[^{}]{0,100}\}\}|\$\{[^{}]{0,100}\}|\[object Object\]|\bmodified \d{4}-\d{2}-\d{2}/;
/** A value that did not come: « undefined », « NaN € », « coûte € », « : € ». */
const EMPTY_VALUE =
  /\b(?:undefined|NaN)\b|\bnull (?:€|euros?|ans|jours|mois)|(?:[:=]|\b(?:coûte|coût de|est de|montant de|prix de))\s+(?:€|euros?\b)|\b(?:valable|pendant|âgée?s? de|durée de)\s+(?:ans|mois)\b/iu;
/** The number of a sheet where its title should stand. */
const LONE_NUMBER = /^\(?[FNR]\d{2,6}\)?$/;

/**
 * A sheet reads as on Service-Public: no raw markup, no missing value, no number
 * in the place of a title. Where a script shows it, the script does its work, and
 * who has none finds a way to Service-Public. Signs that a text may rightly hold, such as « < 18 ans »
 * or a heading « Montant (€) », are none.
 */
export const sheetView: Check = pageCheck({
  id: 'sheet-view',
  needs: 'html',
  codes: {
    'raw-markup': {
      items: ['COM-05'],
      severity: 'major',
      text: 'Du code est visible dans le texte de la fiche (« {raw} ») : signaler à l’administrateur du site que la fiche est mal mise en forme.',
    },
    'empty-value': {
      items: ['COM-05'],
      severity: 'major',
      text: 'Une valeur manque dans le texte de la fiche (« {raw} ») : la lire sur Service-Public, et signaler à l’administrateur du site que la fiche est mal mise en forme.',
    },
    'lone-number': {
      items: ['COM-05'],
      severity: 'minor',
      text: 'Le numéro {raw} est affiché à la place d’un titre ou d’un lien : signaler à l’administrateur du site que la fiche est mal mise en forme.',
    },
    'view-broken': {
      items: ['COM-05'],
      severity: 'blocking',
      text: 'La fiche nationale ne s’affiche pas : le script qui la montre s’arrête sur une erreur (« {error} »). La signaler à l’administrateur du site.',
    },
    'view-blank': {
      items: ['COM-05'],
      severity: 'major',
      text: 'La fiche nationale ne s’est pas affichée pendant l’audit : ouvrir cette adresse dans un navigateur et, si la fiche manque, signaler la panne à l’administrateur du site.',
    },
    'no-fallback': {
      items: [],
      severity: 'minor',
      text: 'Sans JavaScript, la page n’offre aucun lien vers Service-Public : en ajouter un à côté de la fiche, ou dans l’élément noscript.',
    },
  },
  applies: (page) => page.html.views.length > 0 || shownSheets(page).length > 0,
  judges: (page) => (shownSheets(page).length > 0 || page.rendered?.sheetViews.length ? ['COM-05'] : []),
  *judge(page) {
    for (const { url, passages } of shownSheets(page)) yield* faultsOf(passages, { url });
    const { html, rendered } = page;
    for (const { url, filled, errors = [] } of rendered?.sheetViews ?? []) {
      if (filled) continue;
      // What also fails on the page itself may well not be what shows the sheet.
      const error = errors.find((one) => !rendered?.opening?.errors.includes(one));
      if (error === undefined) yield cantTell('view-blank', {}, { url });
      else yield failed('view-broken', { error }, { url, quote: error });
    }
    if (html.views.length > 0 && !html.links.some(isFallback)) yield failed('no-fallback');
  },
});

/** A link of the page’s own to Service-Public: that of a menu or of the footer is on every page, and leads nobody to the sheet. */
function isFallback({ url, zone }: LinkFacts): boolean {
  const isShell = zone === 'header' || zone === 'navigation' || zone === 'footer';
  return !isShell && sheetAddress(url ?? '') !== null;
}

/** One of each kind: what is wrong once is wrong all over the sheet. */
function* faultsOf(passages: readonly Passage[], at: At): Iterable<Problem<Code>> {
  const met = new Set<Code>();
  for (const { text, line, zone } of passages) {
    if (!ODD.test(text)) continue;
    const fault = faultOf(text);
    if (!fault || met.has(fault.code)) continue;
    met.add(fault.code);
    const raw = cut(fault.raw, QUOTE);
    yield failed(fault.code, { raw }, { ...at, place: { line, zone }, quote: raw });
  }
}

function faultOf(text: string): { readonly code: Code; readonly raw: string } | null {
  const raw = RAW_TAG.exec(text) ?? RAW_ENTITY.exec(text) ?? RAW_CODE.exec(text);
  if (raw) return { code: 'raw-markup', raw: raw[0] };
  const empty = EMPTY_VALUE.exec(text);
  if (empty) return { code: 'empty-value', raw: empty[0] };
  return LONE_NUMBER.test(text) ? { code: 'lone-number', raw: text } : null;
}
