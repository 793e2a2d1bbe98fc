import { cantTell, failed, pageCheck, type Check } from '../check.ts';

const DAY = 86_400_000;

/**
 * A reader must be able to tell how fresh a procedure is. The date is the one
 * printed under the title: HTTP `Last-Modified` is renewed by the cache and
 * says nothing of the text.
 */
export const updateDate: Check = pageCheck({
  id: 'update-date',
  needs: 'html',
  codes: {
    'no-date': {
      items: ['TEC-04'],
      severity: 'minor',
      text: 'Aucune date de mise à jour n’est affichée : ajouter « Mis à jour le », suivi de la date, sous le titre.',
    },
    'unreadable-date': {
      items: ['TEC-04'],
      severity: 'minor',
      text: 'La date de mise à jour affichée n’existe pas ou ne se lit pas : la corriger, sous la forme 24/11/2026 ou 24 novembre 2026.',
    },
    // Not how many days: pages of different ages are one defect, which has one message. The quote tells the date.
    'old-date': {
      items: ['TEC-05'],
      severity: 'minor',
      text: 'La dernière mise à jour remonte à plus de {limit} jours : relire la page, la corriger s’il le faut, puis la republier.',
    },
    'future-date': {
      items: ['TEC-05'],
      severity: 'minor',
      text: 'La date de mise à jour affichée est dans le futur : vérifier qu’il ne s’agit pas d’une faute de frappe, et la corriger.',
    },
  },
  applies: ({ html }) => html.kind === 'procedure' && html.viewOf === null,
  /** A page without a date has no known age. */
  judges: ({ html: { updated } }) => (updated?.date ? ['TEC-04', 'TEC-05'] : ['TEC-04']),
  *judge({ fetchedOn, html: { updated } }, { maxAgeDays }) {
    if (updated === null) {
      yield failed('no-date');
      return;
    }
    const at = { place: updated, quote: updated.text };
    if (updated.date === null) {
      yield failed('unreadable-date', {}, at);
      return;
    }
    const days = (Date.parse(fetchedOn) - Date.parse(updated.date)) / DAY;
    if (days < 0) yield cantTell('future-date', {}, at);
    if (days > maxAgeDays) yield failed('old-date', { limit: maxAgeDays }, at);
  },
});
