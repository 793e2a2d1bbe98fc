import { failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';
import { fold } from '../text.ts';

/** Words that say that it is a table, and nothing of what is in it. */
const EMPTY =
  /^(?:tableau|table|caption|titre|titre du tableau|legende|donnees|data|untitled|sans titre)?\s*(?!\s)(?:n?°?\s*(?!\s)\d*)?[\s.:!?-]*$/;

/** The title of a table is heard before it, and lets a reader skip it. */
export const tableCaption: Check = pageCheck({
  id: 'table-caption',
  needs: 'html',
  codes: {
    'fake-caption': {
      items: [],
      severity: 'minor',
      text: 'Le titre de ce tableau n’est pas lié au tableau : le mettre dans une balise <caption>, en premier dans <table>, au lieu d’une ligne ou d’un paragraphe.',
      rgaa: ['5.4'],
      rgaaTests: ['5.4.1'],
    },
    'empty-caption': {
      items: [],
      severity: 'minor',
      text: 'Le titre de ce tableau (« {caption} ») ne dit pas ce qu’il contient : écrire de quoi il donne les valeurs.',
      rgaa: ['5.5'],
      rgaaTests: ['5.5.1'],
    },
  },
  applies: (page) => contentOf(page)?.tables.some(({ use }) => use === 'data') ?? false,
  *judge(page) {
    for (const { use, caption, fakeCaption, text, selector, line, zone } of contentOf(page)?.tables ?? []) {
      if (use !== 'data') continue;
      const at = { place: { selector, line, zone }, quote: fakeCaption ?? text, cause: text.slice(0, 60) };
      if (fakeCaption !== null) yield failed('fake-caption', {}, at);
      if (caption !== null && EMPTY.test(fold(caption))) yield failed('empty-caption', { caption }, at);
    }
  },
});
