import { cantTell, failed, pageCheck, type Check, type CodeSpec } from '../check.ts';
import { contentOf } from '../content.ts';
import type { FakeHeading } from '../probes/fake-headings.ts';

const RULES = { rgaa: ['9.1'], rgaaTests: ['9.1.2'], items: [], severity: 'major' } as const;
const DOUBT = { ...RULES, severity: 'minor' } as const;

/** Letters larger than those of the text by that much are no accident. */
const LARGE = 1.4;
/** Characters of a paragraph that a bold line announces. */
const LONG_TEXT = 60;
/** « 42 résultats » above a list may be its heading, or a sentence that tells what was found. */
const COUNT =
  /(?:\d|(?<!\p{L})(?:aucun|pas de|no)) (?:résultats?|réponses?|results?)(?!\p{L})|(?<!\p{L})(?:résultats?|results?) \d/iu;
/** With bold, less is enough. */
const LARGER = 1.12;

/**
 * Who cannot see the page goes from heading to heading: those must be marked as
 * such, and say what comes. RGAA asks neither for a level 1 nor for each level.
 */
export const headingStructure: Check = pageCheck({
  id: 'heading-structure',
  needs: 'html',
  looks: ['probes.fakeHeadings'],
  codes: {
    'empty-heading': {
      ...RULES,
      act: ['ffd0e9'],
      text: 'Ce titre est vide : un lecteur d’écran annonce un titre, puis rien. L’ôter, ou y écrire ce qui suit.',
    },
    'no-word-heading': {
      ...RULES,
      act: ['b49b2e'],
      text: 'Le titre « {about} » ne contient aucun mot : dire ce qui suit, ou en faire un simple ornement.',
    },
    'generic-heading': {
      ...RULES,
      act: ['b49b2e'],
      text: 'Le titre « {about} » ne dit rien de ce qui suit : le remplacer par le sujet de la partie.',
    },
    'maybe-generic': {
      ...DOUBT,
      rgaaTests: ['9.1.2'],
      text: 'Le titre « {about} » dit peu de ce qui suit : vérifier qu’il suffit ici, sinon le remplacer par le sujet de la partie.',
    },
    'long-heading': {
      ...DOUBT,
      text: 'Ce titre dépasse 200 caractères : si c’est un paragraphe mis en valeur, en faire un paragraphe ; si c’est un titre, le raccourcir.',
    },
    'same-heading': {
      ...DOUBT,
      text: 'Plusieurs titres de même niveau disent « {about} » : vérifier que leurs parties disent la même chose, sinon dire dans chacun ce qui la distingue.',
    },
    'hollow-heading': {
      ...DOUBT,
      text: 'Rien ne suit le titre « {about} » avant le titre suivant : vérifier que c’est bien un titre, et le mettre au bon niveau.',
    },
    'skipped-level': {
      ...DOUBT,
      rgaaTests: ['9.1.1'],
      text: 'Les titres passent du niveau {about} : vérifier que la hiérarchie est celle du texte, et la resserrer si possible.',
    },
    'crossed-levels': {
      ...RULES,
      rgaaTests: ['9.1.1'],
      text: 'Les titres passent du niveau {about}, puis reviennent à un niveau qui avait été sauté : les parties ne s’emboîtent pas. Donner à ce titre le niveau de ceux qui le suivent dans la même partie.',
    },
    'no-heading-at-all': {
      ...DOUBT,
      rgaaTests: ['9.1.3'],
      text: 'La page est longue et n’a aucun titre : marquer comme tels les titres de ses parties.',
    },
    'fake-heading': {
      ...RULES,
      rgaaTests: ['9.1.3'],
      text: 'La ligne « {about} » a l’apparence d’un titre et n’en est pas un : qui va de titre en titre la manquera. La passer au style « Titre » du bon niveau.',
    },
    'maybe-fake-heading': {
      ...DOUBT,
      rgaaTests: ['9.1.3'],
      text: 'La ligne « {about} » ressemble à un titre : si c’en est un, la passer au style « Titre » du bon niveau.',
    },
  } satisfies Record<string, CodeSpec>,
  applies: (page) => contentOf(page) !== undefined,
  *judge(page) {
    const content = contentOf(page);
    const isRendered = page.rendered?.content === content;
    for (const { sign, about, quote, cause, line, ...rest } of content?.headingTexts ?? []) {
      const place = isRendered ? rest : { ...rest, line };
      yield (SURE.has(sign) ? failed : cantTell)(sign, { about }, { place, quote, cause });
    }
    const fake = page.rendered?.probes?.fakeHeadings ?? [];
    const bold = fake.filter((one) => isBoldOnly(one) && !/:$/.test(one.text));
    const hasLong = bold.filter(({ follows }) => follows >= LONG_TEXT).length >= 2;
    // Of three that are numbered, none stands there by chance.
    const hasNumbers = bold.filter(({ text }) => /^\d+\s?[.)–-]/.test(text)).length >= 3;
    for (const one of fake) {
      const { html, component, text: about, isBold, ratio, follows, ...place } = one;
      const isSure =
        !COUNT.test(about) &&
        (ratio >= LARGE ||
          (isBold && ratio >= LARGER) ||
          (hasLong && bold.includes(one) && follows >= LONG_TEXT) ||
          (hasNumbers && bold.includes(one)));
      yield (isSure ? failed : cantTell)(
        isSure ? 'fake-heading' : 'maybe-fake-heading',
        { about },
        { place, quote: html, cause: `${component} ${about}` },
      );
    }
  },
});

const SURE: ReadonlySet<string> = new Set([
  'empty-heading',
  'no-word-heading',
  'generic-heading',
  'crossed-levels',
]);

function isBoldOnly({ isBold, ratio }: FakeHeading): boolean {
  return isBold && ratio < LARGER;
}
