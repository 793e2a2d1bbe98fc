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
  } satisfies Record<string, CodeSpec>,
  applies: (page) => contentOf(page) !== undefined,
  *judge(page) {
    const content = contentOf(page);
    const isRendered = page.rendered?.content === content;
    for (const { sign, about, quote, cause, line, ...rest } of content?.frames ?? []) {
      const at = { place: isRendered ? rest : { ...rest, line }, quote, cause };
      yield (sign === 'player-title' ? cantTell : failed)(sign, { about }, at);
    }
    const named = Map.groupBy(page.rendered?.probes?.frames ?? [], ({ name }) => name.toLowerCase());
    for (const frames of named.values()) {
      const other = frames.find((frame) => frames[0] && areDifferent(frames[0], frame));
      if (!other) continue;
      const { html, component, name: about, text, url, ...place } = other;
      yield failed('same-title', { about }, { place, quote: html, cause: about });
    }
  },
});

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
