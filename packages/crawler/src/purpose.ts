import type { HtmlFacts } from './facts.ts';
import { titleAbove, type Passage } from './read-passages.ts';
import { fold } from './text.ts';

/** Words that go with any number or address, and say nothing of what it is for. */
const EMPTY = new Set(
  (
    'tel telephone telephonique telephoniques phone fixe portable numero numeros appel appels appeler appelez appelant composez contacter ' +
    'contactez joindre joignable joignables gratuit gratuite surtaxe surtaxes local prix cout minute service services courriel courriels mail ' +
    'mails email adresse adresses electronique electroniques mel ecrire ecrivez coordonnees contact contacts nous vous votre notre ' +
    'pour dans avec soit aussi puis ainsi suivant suivante suivants lundi mardi mercredi jeudi vendredi samedi dimanche heures heure fax telecopie ' +
    'informations information renseignements renseignement'
  ).split(' '),
);
const WORD = /[a-z]{3,}/g;

/**
 * Whether whoever meets a number or an address knows what it is for: words beside
 * it that are not about the number itself, or else a heading above it.
 *
 * @param parts what is to be left out: the numbers and addresses themselves
 */
export function hasPurpose(
  passage: Passage,
  html: Pick<HtmlFacts, 'headings'>,
  parts: readonly string[],
): boolean {
  const rest = parts.reduce((text, part) => text.replaceAll(part, ' '), passage.text.normalize('NFC'));
  if (tells(rest)) return true;
  const above = titleAbove(passage, html);
  return above !== null && tells(above);
}

function tells(text: string): boolean {
  return (fold(text).match(WORD) ?? []).some((word) => !EMPTY.has(word));
}
