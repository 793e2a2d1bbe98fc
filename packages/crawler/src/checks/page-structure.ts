import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

const RULES = {
  rgaa: ['9.2'],
  rgaaTests: ['9.2.1'],
  items: [],
  severity: 'major',
  owner: 'template',
} as const;

/** Screen readers go straight to the header, the menu, the main part or the footer, where they are marked. */
export const pageStructure: Check = signCheck({
  id: 'page-structure',
  families: ['regions'],
  // The criterion is for HTML 5.
  applies: ({ html }) => /^doctype\s+html\s*$/i.test(html.doctype.text ?? ''),
  codes: {
    'no-main': {
      ...RULES,
      act: ['b40fd1'],
      text: 'La page n’a pas de zone principale : entourer son contenu propre d’un élément <main> dans le modèle de page.',
    },
    'maybe-no-main': {
      ...RULES,
      isDoubt: true,
      text: 'Ni la zone principale, ni l’en-tête, ni le pied de la page ne sont marqués : les entourer des éléments <main>, <header> et <footer> dans le modèle de page.',
    },
    'several-mains': {
      ...RULES,
      text: 'La page montre {about} zones principales : n’en garder qu’une, ou masquer celles qui ne servent pas.',
    },
    'unmarked-header': {
      ...RULES,
      text: 'L’en-tête de la page est un bloc quelconque : en faire un élément <header> dans le modèle de page.',
    },
    'unmarked-footer': {
      ...RULES,
      text: 'Le pied de la page est un bloc quelconque : en faire un élément <footer> dans le modèle de page.',
    },
    'unmarked-navigation': {
      ...RULES,
      text: 'Le menu de la page est un bloc quelconque : en faire un élément <nav> dans le modèle de page.',
    },
    'other-navigation': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      text: 'Ce bloc de liens semble être un menu : si c’en est un, en faire un élément <nav> dans le modèle de page.',
    },
    'navigation-without-link': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      text: 'Une zone de navigation ne contient aucun lien : si ce n’est pas un menu, ôter <nav> ; si c’en est un, en faire des liens.',
    },
    'unreachable-region': {
      ...RULES,
      rgaa: ['12.6'],
      rgaaTests: ['12.6.1'],
      text: 'Cette zone de la page n’est ni marquée, ni titrée, ni visée par un lien d’accès rapide : on ne peut ni l’atteindre ni l’éviter au clavier. Employer <header>, <nav> ou <footer> dans le modèle de page.',
    },
  },
});
