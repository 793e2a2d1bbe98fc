import { cantTell, siteCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';
import { fold } from '../text.ts';

interface Field {
  /** What it asks for: its purpose as `autocomplete` says, else its own name. */
  readonly purpose: string;
  readonly label: string;
}

interface FormPage {
  readonly url: string;
  readonly fields: readonly Field[];
}

/** Fields of one page that are compared. */
const MOST = 12;
const DIFFERENT = 2;

/** The same thing asked twice must be asked in the same words. */
export const labelConsistency: Check = siteCheck<'varied-label', FormPage>({
  id: 'label-consistency',
  codes: {
    'varied-label': {
      items: [],
      severity: 'minor',
      text: 'Le même champ s’appelle ici « {label} » et « {other} » ailleurs ({url}) : vérifier qu’ils demandent la même chose, et si oui leur donner le même nom.',
      rgaa: ['11.3'],
      rgaaTests: ['11.3.1', '11.3.2'],
    },
  },
  project(page) {
    const fields = (contentOf(page)?.forms.fields ?? []).flatMap(({ autocomplete, name, type, label }) => {
      const purpose =
        autocomplete && !/^o(?:n|ff)$/.test(autocomplete) ? autocomplete : name.replace(/\[\d*\]$/, '');
      const isAlone = type !== 'radio' && type !== 'checkbox' && /[a-z]{3}/i.test(purpose);
      return isAlone && label !== ''
        ? [{ purpose: `${type} ${purpose}`.slice(0, 60), label: label.slice(0, 60) }]
        : [];
    });
    return fields.length === 0 ? null : { url: page.url, fields: fields.slice(0, MOST) };
  },
  *judge(pages) {
    const first = new Map<string, { label: string; url: string; seen: Set<string> }>();
    for (const { url, fields } of pages) {
      for (const { purpose, label } of fields) {
        const words = fold(label)
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim();
        const known = first.get(purpose) ?? { label, url, seen: new Set([words]) };
        first.set(purpose, known);
        if (known.seen.has(words)) continue;
        known.seen.add(words);
        // One difference is told: beyond, fields that ask for other things likely share the name.
        if (known.seen.size > DIFFERENT) continue;
        const at = { url, quote: label, cause: purpose };
        yield cantTell('varied-label', { label, other: known.label, url: known.url }, at);
      }
    }
  },
});
