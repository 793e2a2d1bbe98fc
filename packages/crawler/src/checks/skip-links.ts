import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';
import type { HtmlFacts } from '../facts.ts';
import { fold } from '../text.ts';

/** Links of a menu that has to be skipped, on a page that nothing says is one of many. */
const MENU = 8;

/** What a skip link says, or what it leads to; the lines of a table of contents say other things. */
const SKIP =
  /alle[rz]|acce[dsz]|eviter|passer|saut|contenu|content|menu|navig|recherch|search|pied|footer|main|skip|jump|principal|corps|texte/;

/** What a link to the main part says. */
const CONTENT = /contenu|content|principal|main|corps|texte/;

/**
 * Who goes by keyboard must not walk the whole menu on every page: a link to the
 * content comes first, shows itself when reached, and moves the keyboard.
 */
export const skipLinks: Check = pageCheck({
  id: 'skip-links',
  needs: 'html',
  codes: {
    'no-skip-link': {
      items: ['A11-11'],
      severity: 'major',
      text: 'La page n’a pas de lien d’accès direct au contenu : ajouter, en tout début de page, un lien « Contenu » vers la zone principale.',
      rgaa: ['12.7'],
      rgaaTests: ['12.7.1'],
    },
    'dead-target': {
      items: ['A11-11'],
      severity: 'major',
      text: 'Ce lien d’évitement vise un endroit qui n’existe pas dans la page : donner à la zone visée l’identifiant attendu, ou corriger le lien.',
      rgaa: ['12.7'],
      rgaaTests: ['12.7.2'],
    },
    hidden: {
      items: ['A11-11'],
      severity: 'major',
      text: 'Le lien d’évitement reste invisible au clavier : l’afficher lorsqu’il reçoit le focus.',
      rgaa: ['12.7'],
      rgaaTests: ['12.7.2'],
    },
    untold: {
      items: ['A11-11'],
      severity: 'major',
      text: 'Le lien d’évitement est caché aux aides techniques (aria-hidden) : qui ne voit pas la page l’atteint sans en rien entendre. Ôter cet attribut.',
      rgaa: ['12.7'],
      rgaaTests: ['12.7.2'],
    },
    'out-of-reach': {
      items: ['A11-11'],
      severity: 'major',
      text: 'La touche Tabulation n’atteint pas le lien d’évitement, qui porte tabindex="-1" : ôter cet attribut.',
      rgaa: ['12.7'],
      rgaaTests: ['12.7.2'],
    },
    'no-move': {
      items: ['A11-11'],
      severity: 'major',
      text: 'Le lien d’évitement ne déplace pas le clavier jusqu’au contenu : faire que la touche Tabulation reparte de la zone visée.',
      rgaa: ['12.7'],
      rgaaTests: ['12.7.2'],
    },
    beside: {
      items: ['A11-11'],
      severity: 'major',
      text: 'Ce lien d’évitement dit mener au contenu, et mène à une zone qui l’accompagne (menu, encadré, en-tête ou pied) : lui faire viser la zone principale.',
      rgaa: ['12.7'],
      rgaaTests: ['12.7.2'],
      act: ['ye5d6e'],
    },
    unreached: {
      items: ['A11-11'],
      severity: 'major',
      text: 'Le lien d’évitement n’est pas parmi les premiers éléments que la touche Tabulation atteint : l’essayer au clavier dès l’ouverture de la page et, s’il n’apparaît pas, le placer en tête.',
      rgaa: ['12.7'],
      rgaaTests: ['12.7.2'],
    },
  },
  *judge(page, { isSingle = false }) {
    const { html, rendered } = page;
    const { skipLinks: links } = html;
    for (const { text, ...place } of links.filter(({ isBeside }) => isBeside))
      yield failed('beside', {}, { place, quote: text, cause: text });
    const leads = links.some(({ text, hasTarget }) => hasTarget && CONTENT.test(fold(text)));
    for (const { text, fragment: cause, ...place } of links.filter(isDead)) {
      // The tests of 12.7 speak of the link to the content, which works beside this one.
      const tell = leads && !CONTENT.test(fold(text)) ? cantTell : failed;
      yield tell('dead-target', {}, { place, quote: `${text} (#${cause})`, cause });
    }
    const met = rendered?.skipLink;
    const link =
      met &&
      (links.find(({ selector }) => selector === met.selector) ??
        links.find(({ text }) => text === met.text));
    const said = [met?.text, link?.text].find((text) => text) ?? '';
    // A menu whose lines lead to the parts of the page has none for all that, nor has a sign without a word.
    if (!met || said === '' || !isSkip(said, link?.fragment ?? met.selector)) {
      const [first] = links;
      const isDue = !isSingle || before(html) >= MENU || contentOf(page)?.wall !== undefined;
      if (!first) {
        if (isDue) yield failed('no-skip-link');
      } else if (rendered) yield cantTell('unreached', {}, { place: first, quote: first.text });
      return;
    }
    const at = { place: link ?? { selector: met.selector }, quote: met.text };
    if (met.isOut) yield failed('out-of-reach', {}, at);
    else if (!met.visible) yield failed('hidden', {}, at);
    // Beside another one that is told, nothing is lost.
    if (met.isUntold && links.length <= 1 && CONTENT.test(fold(met.text))) yield failed('untold', {}, at);
    if (!met.reaches && link?.hasTarget !== false) yield failed('no-move', {}, at);
  },
});

function isDead({ hasTarget, text, fragment }: HtmlFacts['skipLinks'][number]): boolean {
  return !hasTarget && isSkip(text, fragment);
}

/** Whether a link says that it skips; « Accès », alone, is how to come. */
function isSkip(text: string, target: string): boolean {
  const said = fold(text).trim();
  return /^(?:plan d.)?acces$/.test(said) ? false : SKIP.test(`${said} ${fold(target)}`);
}

/** Links of the header and of the menus that come before the content. */
function before({ links, headings }: HtmlFacts): number {
  const content = links.findIndex(({ zone }) => zone === 'main');
  const titles = headings.filter(({ level }) => level === 1);
  // The name of the site, in its header, begins no content; where none other does, nothing tells what follows.
  const own = titles.find(({ zone }) => zone !== 'header' && zone !== 'navigation');
  const title = (own ?? titles[0])?.line ?? Infinity;
  return links
    .slice(0, content < 0 ? links.length : content)
    .filter(({ zone, line }) => (zone === 'header' || zone === 'navigation') && line <= title).length;
}
