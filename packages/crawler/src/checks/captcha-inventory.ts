import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

/** A picture to copy keeps out who does not see it, unless there is another way. */
export const captchaInventory: Check = signCheck({
  id: 'captcha-inventory',
  families: ['images'],
  codes: {
    'captcha-without-alternative': {
      items: [],
      severity: 'major',
      // 1.4 is of the alternative of a CAPTCHA that has one.
      rgaa: ['1.1'],
      rgaaTests: ['1.1.1'],
      text: 'Cette image à recopier a une alternative vide : qui ne la voit pas ne sait pas qu’un CAPTCHA est demandé. Écrire une alternative qui le dit (« Code de sécurité à recopier, version sonore ci-dessous »).',
    },
    'captcha-alone': {
      items: [],
      severity: 'major',
      rgaa: ['1.5'],
      rgaaTests: ['1.5.1'],
      text: 'Ce formulaire demande de recopier une image et n’offre rien d’autre à qui ne la voit pas : offrir une version sonore ou une question simple, ou remplacer le CAPTCHA par un contrôle du serveur.',
    },
    captcha: {
      isDoubt: true,
      items: [],
      severity: 'major',
      rgaa: ['1.4', '1.5'],
      rgaaTests: ['1.4.1', '1.5.1'],
      text: 'Cette image semble être un CAPTCHA : vérifier que son alternative dit à quoi elle sert, et qu’une autre solution (un son, une question simple) est offerte à qui ne la voit pas.',
    },
  },
});
