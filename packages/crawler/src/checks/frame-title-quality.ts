import { cantTell, failed, pageCheck, type Check, type CodeSpec } from '../check.ts';
import { contentOf } from '../content.ts';
import type { FrameSeen } from '../probes/frames.ts';
import { wordsOf } from '../read-text.ts';

const RULES = { rgaa: ['2.2'], rgaaTests: ['2.2.1'], items: [], severity: 'major' } as const;

/** Whoever cannot see a frame decides by its title whether to go in. */
export const frameTitleQuality: Check = pageCheck({
  id: 'frame-title-quality',
  needs: 'html',
  looks: ['probes.frames'],
  codes: {
    'generic-title': {
      ...RULES,
      text: 'Le titre de ce cadre, « {about} », ne dit pas ce qu’il montre : le nommer d’après son contenu (« Plan d’accès à la préfecture »).',
    },
    'file-title': {
      ...RULES,
      text: 'Le titre de ce cadre, « {about} », est une adresse ou un nom de fichier, qu’un lecteur d’écran épelle : le nommer d’après son contenu.',
    },
    'player-title': {
      ...RULES,
      severity: 'minor',
      text: 'Le titre de ce cadre, « {about} », nomme l’outil et non ce qu’il montre : dire quelle vidéo, quelle carte ou quel contenu.',
    },
    'same-title': {
      ...RULES,
      act: ['4b1c6c'],
      text: 'Deux cadres s’appellent « {about} » et ne montrent pas la même chose : donner à chacun un titre qui le distingue.',
    },
    'other-site': {
      ...RULES,
      text: 'Ce cadre s’appelle « {about} », et rien de ce qu’il montre n’en vient ni n’en parle : le nommer d’après son contenu.',
    },
  } satisfies Record<string, CodeSpec>,
  applies: (page) => contentOf(page) !== undefined,
  *judge(page) {
    const content = contentOf(page);
    const isRendered = page.rendered?.content === content;
    for (const { sign, about, quote, cause, line, ...rest } of content?.frames ?? []) {
      const at = { place: isRendered ? rest : { ...rest, line }, quote, cause };
      yield (sign === 'player-title' ? cantTell : failed)(sign, { about }, at);
    }
    for (const frame of page.rendered?.probes?.frames ?? []) {
      if (!isOfOtherSite(frame)) continue;
      const { html, component, name: about, text, url, said, ...place } = frame;
      yield failed('other-site', { about }, { place, quote: html, cause: about });
    }
    const named = Map.groupBy(page.rendered?.probes?.frames ?? [], ({ name }) => name.toLowerCase());
    for (const frames of named.values()) {
      const other = frames.find((frame) => frames[0] && areDifferent(frames[0], frame));
      // One advertisement after another: what each shows is no matter.
      if (
        !other ||
        /^(?:advert\w*|ads?|publicit[ée]s?|pubs?|annonces?(?: publicitaires?)?)$/i.test(other.name.trim())
      )
        continue;
      const { html, component, name: about, text, url, said, ...place } = other;
      yield failed('same-title', { about }, { place, quote: html, cause: about });
    }
  },
});

/** Sites that a frame may be named after, as their addresses spell them. */
const SITES = new Set(
  'facebook instagram twitter youtube dailymotion vimeo linkedin tiktok pinterest flickr whatsapp snapchat spotify soundcloud deezer'.split(
    ' ',
  ),
);

/** Named by nothing but a site that its address, its words and its links leave out; one of another site is not read. */
function isOfOtherSite({ name, url, text, said }: FrameSeen): boolean {
  const [site = '', ...others] = wordsOf(name);
  if (others.length > 0 || !SITES.has(site) || !said || text === null || text.length < 20) return false;
  return !`${url} ${said}`.toLowerCase().includes(site);
}

/** What both show was read, and it is not the same. */
function areDifferent(one: FrameSeen, other: FrameSeen): boolean {
  if (one === other || one.name === '' || (one.url !== '' && one.url === other.url)) return false;
  return (
    one.text !== null &&
    other.text !== null &&
    one.text !== '' &&
    other.text !== '' &&
    !isSameText(one.text, other.text)
  );
}

/** Two versions of one page share most of their words. */
function isSameText(one: string, other: string): boolean {
  const [a, b] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const both = [...a].filter((word) => b.has(word)).length;
  return both >= 0.4 * (a.size + b.size - both);
}
