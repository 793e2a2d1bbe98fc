import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

/** A picture to copy keeps out who does not see it, unless there is another way. */
export const captchaInventory: Check = signCheck({
  id: 'captcha-inventory',
  families: ['images'],
  codes: {
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
