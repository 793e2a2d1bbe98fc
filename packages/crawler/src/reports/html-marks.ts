import type { Mode, Severity, Verdict } from '@qualepref/core';
import { html, type Html } from './html-tag.ts';

interface VerdictMark {
  readonly icon: string;
  readonly word: string;
  readonly meaning: string;
}

/** Each verdict's sign, word and meaning, in the order of the legend. */
export const verdictMarks: Readonly<Record<Verdict, VerdictMark>> = {
  non_conforme: { icon: '✕', word: 'Non conforme', meaning: 'un défaut au moins est établi' },
  a_verifier: { icon: '?', word: 'À vérifier', meaning: 'une personne doit décider' },
  conforme: { icon: '✓', word: 'Conforme', meaning: 'contrôlé, rien à redire' },
  non_verifie: {
    icon: '○',
    word: 'Non vérifié',
    meaning: 'l’audit n’a pas pu, ou ne sait pas encore, contrôler ce point',
  },
  sans_objet: { icon: '–', word: 'Sans objet', meaning: 'rien sur ce site n’est concerné' },
};

/** Each severity's word and meaning, the gravest first. */
export const severityMarks: Readonly<Record<Severity, { readonly word: string; readonly meaning: string }>> =
  {
    blocking: { word: 'Bloquant', meaning: 'obligation non tenue, ou information fausse' },
    major: { word: 'Majeur', meaning: 'gêne réelle pour l’usager' },
    minor: { word: 'Mineur', meaning: 'à améliorer' },
    info: { word: 'Information', meaning: 'signalé, jamais compté comme un défaut' },
  };

/** Who settles an item of the grid. */
export const modeWords: Readonly<Record<Mode, string>> = {
  automatic: 'l’audit décide',
  assisted: 'l’audit prépare, une personne décide',
  manual: 'une personne vérifie',
};

/** Sign and word: the colour only repeats them. */
export function verdictMark(verdict: Verdict): Html {
  const { icon, word } = verdictMarks[verdict];
  return html`<span class="mark ${verdict}"><span aria-hidden="true">${icon}</span> ${word}</span>`;
}

export function severityMark(severity: Severity): Html {
  return html`<span class="mark ${severity}">${severityMarks[severity].word}</span>`;
}

/** For what a person must look at before it is called a defect. */
export function doubtMark(): Html {
  return html`<span class="mark a_verifier"><span aria-hidden="true">?</span> À vérifier</span>`;
}

/** A cell of a table that small screens show row by row: it says itself what its head says. */
export function stackedCell(head: string, content: string | false): Html {
  return html`<td data-head="${head}&nbsp;: " ${content === false && html`class="empty"`}>${content}</td>`;
}
