import { failed, pageCheck, type Check } from '../check.ts';

/**
 * The law asks for « Accessibilité : non, partiellement or totalement conforme »
 * on the home page, and for a way to the statement from every page: the site's
 * footer does both.
 */
export const statementMention: Check = pageCheck({
  id: 'statement-mention',
  needs: 'html',
  codes: {
    'no-mention': {
      items: ['A11-01'],
      severity: 'major',
      text: 'La page ne dit pas le niveau de conformité du site : ajouter au pied de page le lien « Accessibilité : » suivi de « totalement conforme », « partiellement conforme » ou « non conforme ».',
    },
    'no-level': {
      items: ['A11-01'],
      severity: 'major',
      text: 'La mention « Accessibilité » ne dit pas le niveau de conformité : la compléter par « totalement conforme », « partiellement conforme » ou « non conforme ».',
    },
  },
  applies: ({ html }) => html.viewOf === null,
  *judge({ html: { mentions } }) {
    const [first] = mentions;
    if (!first) yield failed('no-mention');
    else if (mentions.every(({ level }) => level === null))
      yield failed('no-level', {}, { place: first, quote: first.text });
  },
});
