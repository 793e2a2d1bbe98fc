import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import { mainText } from '../read-passages.ts';
import { fold } from '../text.ts';
import { subjectStems, titleParts } from '../title-words.ts';

/** What an editor or a script leaves where nobody wrote a title, folded; with or without the site's name behind. */
const LEFT_BY_TOOLS =
  /^(?:(?:sans titre|untitled(?: document| page)?|document sans (?:titre|nom)|nouvelle page|new page|lorem ipsum)\s*\d*|(?:https?:\/\/|www\.)\S+|\S+\.(?:html?|php|aspx?|jsp|docx?|pdf|odt))$/;
/** Behind a site's name, these may be a subject. */
const LEFT_ALONE = /^(?:document|page|titre|title|index|default|test|todo)\s*\d*$/;
/** A shorter text may speak of its subject without naming it. */
const ENOUGH = 200;
/** With one word only, a synonym would be taken for a mistake. */
const WORDS = 2;

/**
 * The title is what a browser tab, a bookmark, a search engine and a screen
 * reader say first: it tells the subject of the page. That it has nothing of the
 * page’s own words is a doubt; that it is what a tool leaves is a fault.
 */
export const pageTitle: Check = pageCheck({
  id: 'page-title',
  needs: 'html',
  codes: {
    'no-title': {
      items: ['A11-06'],
      severity: 'major',
      text: 'La page n’a pas de titre (balise <title>) : lui donner un titre qui dit son sujet, puis le nom du site.',
      rgaa: ['8.5'],
      rgaaTests: ['8.5.1'],
      act: ['2779a5'],
      axe: ['document-title'],
    },
    'tool-title': {
      items: ['A11-06'],
      severity: 'major',
      text: 'Le titre de la page ({title}) ne dit rien de son sujet : le remplacer, dans l’éditeur, par un titre qui dit le sujet de la page, puis le nom du site.',
      rgaa: ['8.6'],
      rgaaTests: ['8.6.1'],
    },
    'off-topic': {
      items: [],
      severity: 'minor',
      text: 'Le titre de la page ({title}) n’a aucun mot en commun avec ce qu’elle dit : le relire, et s’il vient d’une autre page ou d’une autre langue, le remplacer.',
      rgaa: ['8.6'],
      rgaaTests: ['8.6.1'],
    },
  },
  applies: ({ html }) => html.viewOf === null,
  *judge(page) {
    const { html, rendered } = page;
    if (lacksTitle(page)) {
      yield failed('no-title');
      return;
    }
    const { headings } = html;
    // A page may be given its title by a script.
    const title = html.title ?? rendered?.title ?? '';
    const at = { quote: title };
    const parts = titleParts(title);
    if (LEFT_BY_TOOLS.test(fold(parts[0] ?? '')) || LEFT_ALONE.test(fold(title))) {
      yield failed('tool-title', { title }, at);
      return;
    }
    const subject = subjectStems(parts.join(' '));
    const text = mainText(html);
    if (subject.size < WORDS || text.length < ENOUGH) return;
    const isIn = (said: string): boolean => {
      const stems = subjectStems(said);
      return [...subject].some((stem) => stems.has(stem));
    };
    // Nearly always in the headings, which are short.
    if (!isIn(headings.map((heading) => heading.text).join(' ')) && !isIn(text))
      yield cantTell('off-topic', { title }, at);
  },
});

/** Whether nothing names the page, in its source or once its scripts have run. */
export function lacksTitle({ html, rendered }: Pick<PageFacts, 'rendered'> & { html: HtmlFacts }): boolean {
  return html.title === null && (rendered?.title ?? '').trim() === '';
}
