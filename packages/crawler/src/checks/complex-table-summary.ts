import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';
import { isVague } from '../read-fields.ts';
import { fold } from '../text.ts';

/** What generators write. */
const NOTHING =
  /^(?:resume|summary|tableau|table|mise en page|layout(?: table)?|donnees|data)(?: du tableau| table)?[\s.:\d]*$/;

/** A title that names what the levels are: « par site et par saison ». */
const TELLS_LEVELS = /\b(?:par|selon|suivant|by|per)\b|\b(?:lignes?|colonnes?|rows?|columns?)\b/;

const MONTH =
  /(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) \d{4}\b/;
const WEEK = /(?:\b(?:lun?|mar?|mer?|jeu?|ven?|sam?|dim?|[lmjvsd])\b[\s.]*){7}/;

/** A calendar, which everybody reads without being told how: the name of the month, then those of the seven days. */
function isMonth(text: string): boolean {
  const folded = fold(text);
  const at = MONTH.exec(folded);
  return at !== null && WEEK.test(folded.slice(at.index + at[0].length, at.index + at[0].length + 80));
}

/** Who can’t see a table of several levels at a glance needs to be told how it is made. */
export const complexTableSummary: Check = pageCheck({
  id: 'complex-table-summary',
  needs: 'html',
  codes: {
    'no-summary': {
      items: [],
      severity: 'minor',
      text: 'Ce tableau a des en-têtes sur plusieurs niveaux et aucun résumé ne dit comment le lire : ajouter dans sa balise <caption> une phrase qui l’explique, ou simplifier le tableau.',
      rgaa: ['5.1'],
      rgaaTests: ['5.1.1'],
    },
    'caption-alone': {
      items: [],
      severity: 'minor',
      text: 'Ce tableau a des en-têtes sur plusieurs niveaux : vérifier que son titre, « {caption} », suffit à dire comment le lire, sinon ajouter dans sa balise <caption> une phrase qui l’explique.',
      rgaa: ['5.1'],
      rgaaTests: ['5.1.1'],
    },
    'empty-summary': {
      items: [],
      severity: 'minor',
      text: 'Le résumé de ce tableau (« {summary} ») ne dit pas comment le lire : le remplacer par une phrase qui l’explique, ou retirer l’attribut summary si le tableau est simple.',
      rgaa: ['5.2'],
      rgaaTests: ['5.2.1'],
    },
    'read-summary': {
      items: [],
      severity: 'info',
      text: 'Ce tableau à plusieurs niveaux d’en-têtes a un résumé : vérifier qu’il explique bien comment le lire.',
      rgaa: ['5.2'],
      rgaaTests: ['5.2.1'],
    },
  },
  applies: (page) =>
    contentOf(page)?.tables.some(
      ({ use, isComplex, summary }) => use === 'data' && (isComplex || summary !== ''),
    ) ?? false,
  *judge(page) {
    for (const table of contentOf(page)?.tables ?? []) {
      const { use, isComplex, hasSummary, summary, caption, text, selector, line, zone } = table;
      if (use !== 'data') continue;
      const at = { place: { selector, line, zone }, quote: text, cause: text.slice(0, 60) };
      const repeats = summary !== '' && fold(summary) === fold(caption ?? '');
      if (summary !== '' && (repeats || isVague(summary) || NOTHING.test(fold(summary)))) {
        // The RGAA judges the summary of a complex table only (5.2).
        yield isComplex
          ? failed('empty-summary', { summary }, at)
          : cantTell('empty-summary', { summary }, at);
        continue;
      }
      if (!isComplex) continue;
      if (hasSummary) yield cantTell('read-summary', {}, at);
      else if (caption !== null && TELLS_LEVELS.test(fold(caption)))
        yield cantTell('caption-alone', { caption }, at);
      else yield isMonth(text) ? cantTell('no-summary', {}, at) : failed('no-summary', {}, at);
    }
  },
});
