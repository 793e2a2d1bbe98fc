import { failed, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';
import { signCheck } from '../sign-check.ts';

const RULES = { rgaa: ['1.1'], items: [], severity: 'minor' } as const;

const SILENT = { rgaa: ['1.1'], act: ['e88epe'], items: [], severity: 'major' } as const;

/**
 * Drawings made by code (SVG, canvas) are told as images only if the code says so; a picture without an
 * alternative is a decoration, unless what is around it shows that it says something.
 */
export const imageAltInventory: Check = signCheck({
  id: 'image-alt-inventory',
  families: ['images'],
  alsoSees: ['probes.lonePictures', 'passes.canvases'],
  codes: {
    'named-svg': {
      ...RULES,
      rgaaTests: ['1.1.5'],
      text: 'Ce dessin SVG a un nom, « {about} », et pas le rôle d’image : des lecteurs d’écran ne le disent pas, ou en disent le détail. Lui donner l’attribut role="img".',
    },
    'tooltip-svg': {
      ...RULES,
      rgaaTests: ['1.1.5'],
      act: ['7d6734'],
      text: 'Cette image SVG n’a pour nom qu’un attribut « title », « {about} », qui n’en donne pas à un SVG : mettre ce texte dans une balise <title> en tête du dessin, ou dans « aria-label ».',
    },
    'unnamed-embed': {
      ...RULES,
      rgaaTests: ['1.1.7'],
      act: ['8fc3b6'],
      text: 'Cette image embarquée (<embed>) n’a pas de nom : lui donner role="img" et l’attribut « aria-label », ou la cacher des aides techniques si elle décore.',
    },
    alone: {
      ...SILENT,
      rgaaTests: ['1.1.1'],
      text: 'Cette image est tout ce que la page a à montrer, et elle n’a pas d’alternative : qui ne voit pas n’y trouve rien. Écrire dans « alt » ce qu’elle apprend.',
    },
    introduced: {
      ...SILENT,
      rgaaTests: ['1.1.1', '1.1.5'],
      text: '« {about} » annonce cette image, qui n’a pas d’alternative : qui ne voit pas n’entend rien après ces mots. Lui en écrire une.',
    },
    pressed: {
      ...SILENT,
      rgaaTests: ['1.1.1'],
      text: '« {about} » désigne cette image, qui n’a pas d’alternative : qui ne voit pas n’entend pas sur quoi. Écrire dans « alt » le nom du bouton qu’elle montre.',
    },
    written: {
      ...SILENT,
      rgaaTests: ['1.1.8'],
      text: 'Un script écrit des mots sur ce dessin (« {about} »), qui ne sont nulle part ailleurs et n’ont pas d’alternative : donner au <canvas> role="img" et un nom, ou écrire entre ses balises ce qu’il montre.',
    },
    'unnamed-drawing': {
      ...RULES,
      isDoubt: true,
      rgaaTests: ['1.1.5', '1.1.8'],
      text: 'Ce dessin (SVG ou canvas) n’a pas de nom et n’est pas caché des aides techniques : s’il apprend quelque chose, lui donner role="img" et un nom ; s’il décore, aria-hidden="true".',
    },
  },
  *more({ rendered }) {
    for (const { why, text, ...one } of rendered?.probes?.lonePictures ?? [])
      yield failed(why, { about: text }, seenAt(one));
    for (const { text, ...one } of rendered?.passes?.canvases ?? [])
      yield failed('written', { about: text }, seenAt(one));
  },
});
