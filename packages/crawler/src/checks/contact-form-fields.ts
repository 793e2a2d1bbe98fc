import { isContactPage, messageFields } from '../contact-pages.ts';
import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { isVague } from '../read-fields.ts';

/**
 * Each field of the contact form says what is asked, to whoever sees it and to
 * whoever hears it. A hint that vanishes once one types is no label (RGAA 11.1).
 */
export const contactFormFields: Check = pageCheck({
  id: 'contact-form-fields',
  needs: 'html',
  codes: {
    'no-label': {
      items: ['CTC-04'],
      severity: 'major',
      text: 'Ce champ du formulaire de contact n’a pas d’étiquette : lui en donner une (<label for>) qui dise ce qui est demandé.',
    },
    'hint-only': {
      items: ['CTC-04'],
      severity: 'major',
      text: 'Ce champ du formulaire de contact n’a que l’indication « {hint} », qui s’efface dès que l’on écrit : lui donner une étiquette (<label for>).',
    },
    'vague-label': {
      items: ['CTC-04'],
      severity: 'minor',
      text: 'L’étiquette « {label} » ne dit pas ce qui est demandé : vérifier que le champ se comprend, sinon la préciser.',
    },
  },
  applies: (page, { config }) => isContactPage(page, config),
  *judge(page) {
    for (const field of messageFields(page)) {
      if (field.isClosed) continue;
      const at = { place: field, quote: field.name };
      const { label, labelledBy } = field;
      if (labelledBy === 'none') yield failed('no-label', {}, at);
      else if (labelledBy === 'placeholder') yield failed('hint-only', { hint: label }, at);
      else if (isVague(label)) yield cantTell('vague-label', { label }, at);
    }
  },
});
