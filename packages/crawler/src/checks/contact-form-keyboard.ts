import { failed, pageCheck, type Check } from '../check.ts';
import { isContactPage } from '../contact-pages.ts';
import type { SeenPlace } from '../probes/kit.ts';
import { seenAt } from '../seen-at.ts';

/** The contact form is filled in without a mouse: what the walk with the Tab key met in it. */
export const contactFormKeyboard: Check = pageCheck({
  id: 'contact-form-keyboard',
  needs: 'rendered',
  looks: ['passes.keyboard'],
  codes: {
    'form-trap': {
      items: ['CTC-04'],
      severity: 'blocking',
      text: 'Dans le formulaire de contact, le clavier reste pris ici : laisser la touche Tabulation passer au champ suivant.',
    },
    'form-dropped': {
      items: ['CTC-04'],
      severity: 'major',
      text: 'Ce champ du formulaire de contact perd le focus dès qu’il le reçoit, et ne se remplit pas au clavier : retirer le script qui l’en chasse.',
    },
  },
  applies: (page, { config }) => page.rendered.passes?.keyboard !== undefined && isContactPage(page, config),
  *judge({ rendered }) {
    const { traps = [], dropped = [] } = rendered.passes?.keyboard ?? {};
    for (const one of traps.filter(isInForm)) yield failed('form-trap', {}, seenAt(one));
    for (const one of dropped.filter(isInForm)) yield failed('form-dropped', {}, seenAt(one));
  },
});

/** The search of the header is no part of it. */
function isInForm({ zone, html }: SeenPlace): boolean {
  return (
    zone !== 'header' &&
    zone !== 'footer' &&
    zone !== 'navigation' &&
    /^<(?:input|textarea|select|button)\b/.test(html)
  );
}
