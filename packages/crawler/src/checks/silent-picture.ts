import { failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

const RULES = { rgaa: ['1.1'], act: ['e88epe'], items: [], severity: 'major' } as const;

/** A picture without an alternative is a decoration, unless what is around it shows that it says something. */
export const silentPicture: Check = pageCheck({
  id: 'silent-picture',
  needs: 'rendered',
  looks: ['passes.pictures'],
  codes: {
    alone: {
      ...RULES,
      rgaaTests: ['1.1.1'],
      text: 'Cette image est tout ce que la page a à montrer, et elle n’a pas d’alternative : qui ne voit pas n’y trouve rien. Écrire dans « alt » ce qu’elle apprend.',
    },
    introduced: {
      ...RULES,
      rgaaTests: ['1.1.1', '1.1.5'],
      text: '« {about} » annonce cette image, qui n’a pas d’alternative : qui ne voit pas n’entend rien après ces mots. Lui en écrire une.',
    },
    written: {
      ...RULES,
      rgaaTests: ['1.1.8'],
      text: 'Un script écrit des mots sur ce dessin (« {about} »), qui ne sont nulle part ailleurs et n’ont pas d’alternative : donner au <canvas> role="img" et un nom, ou écrire entre ses balises ce qu’il montre.',
    },
  },
  applies: ({ rendered }) => (rendered.passes?.pictures?.length ?? 0) > 0,
  *judge({ rendered }) {
    for (const { why, text, ...one } of rendered.passes?.pictures ?? [])
      yield failed(why, { about: text }, seenAt(one));
  },
});
