import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

const RULES = { rgaa: ['9.3'], items: [], severity: 'major' } as const;

/** A screen reader says how many items a list has, and lets one skip it: only if it is one. */
export const fakeList: Check = signCheck({
  id: 'fake-list',
  families: ['lists'],
  codes: {
    'fake-bullets': {
      ...RULES,
      rgaaTests: ['9.3.1'],
      text: 'Ces {about} lignes commencent par une puce ou un tiret tapés à la main : en faire une liste à puces avec le bouton de l’éditeur, pour que les aides techniques l’annoncent.',
    },
    'fake-numbers': {
      ...RULES,
      rgaaTests: ['9.3.2'],
      text: 'Ces {about} lignes sont numérotées à la main : en faire une liste numérotée avec le bouton de l’éditeur, pour que les aides techniques l’annoncent.',
    },
    'fake-items': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      rgaaTests: ['9.3.1', '9.3.2'],
      text: 'Ces lignes ressemblent aux éléments d’une liste : si c’en est une, employer le bouton « liste » de l’éditeur.',
    },
  },
});
