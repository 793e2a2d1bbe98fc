import { cantTell, failed, pageCheck, type Check } from '../check.ts';
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
    'maybe-fake-caption': {
      items: [],
      severity: 'minor',
      text: 'Ce tableau place les champs d’un formulaire sous une ligne de titre : s’il ne sert qu’à les placer, lui donner role="presentation" ; sinon, mettre ce titre dans une balise <caption>.',
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
    for (const table of contentOf(page)?.tables ?? []) {
      const { use, caption, fakeCaption, laysFields, text, selector, line, zone } = table;
      if (use !== 'data') continue;
      const at = { place: { selector, line, zone }, quote: fakeCaption ?? text, cause: text.slice(0, 60) };
      if (fakeCaption !== null)
        yield laysFields ? cantTell('maybe-fake-caption', {}, at) : failed('fake-caption', {}, at);
      if (caption !== null && EMPTY.test(fold(caption))) yield failed('empty-caption', { caption }, at);
    }
  },
});
