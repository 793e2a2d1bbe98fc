import { fold } from './text.ts';

/** Words that tell no subject, folded. */
const EMPTY = new Set(
  (
    'avec dans pour sans sous vers chez plus tout tous toute toutes votre notre leur leurs cette ceci cela ' +
    'page site accueil with from this that your home welcome the and bienvenue'
  ).split(' '),
);
/** Shorter words are articles, numbers and initials: they tell no subject. */
const WORD = 4;
/** Beginning that two forms of a word share: « demander », « demande ». */
const STEM = 5;
const SEPARATOR = /\s[-–—|·•:»>]\s/;

/** Parts of a title, as sites write them: « Passeport - Démarches - Les services de l’État ». */
export function titleParts(title: string): string[] {
  return title
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Beginnings of the words that tell a subject. */
export function subjectStems(text: string): Set<string> {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.filter((word) => word.length >= WORD && !EMPTY.has(word)).map((word) => word.slice(0, STEM)),
  );
}
