import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';
import type { FieldFacts } from '../read-fields.ts';
import { fold } from '../text.ts';

/** Labels of what is asked about the reader, whole, and the value that browsers know it by. */
const PERSONAL: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:(?:votre|adresse) )?(?:adresse )?(?:e-?mail|courriel|mail|mel|adresse electronique|adresse de messagerie(?: electronique)?|adresse de courriel|email address|your email(?: address)?)$/,
    'email',
  ],
  [
    /^(?:(?:votre|numero de) )?(?:numero de )?(?:telephone|tel|telephone portable|telephone fixe|mobile|phone|phone number|telephone number|your phone number)$/,
    'tel',
  ],
  [/^(?:votre |your )?(?:nom|nom de famille|last name|surname|family name)$/, 'family-name'],
  [/^(?:votre |your )?(?:prenom|prenoms|first name|given name)$/, 'given-name'],
  [/^(?:nom et prenom|prenom et nom|nom complet|full name|your name)$/, 'name'],
  [/^(?:code postal|postal code|zip code|postcode)$/, 'postal-code'],
  [/^(?:(?:votre )?adresse(?: postale)?|postal address|street address)$/, 'street-address'],
  [/^(?:date de naissance|date of birth)$/, 'bday'],
];

/** Browsers fill in for who can’t type easily, once a field says what it is. */
export const autocompleteMissing: Check = pageCheck({
  id: 'autocomplete-missing',
  needs: 'html',
  codes: {
    missing: {
      items: [],
      severity: 'minor',
      text: 'Ce champ demande une donnée de la personne (« {label} ») sans que le navigateur puisse la remplir : ajouter autocomplete="{value}".',
      rgaa: ['11.13'],
      rgaaTests: ['11.13.1'],
    },
    'maybe-missing': {
      items: [],
      severity: 'minor',
      text: 'Ce champ (« {label} ») est dans un formulaire qui parle aussi d’autres personnes : s’il porte sur celle qui le remplit, ajouter autocomplete="{value}".',
      rgaa: ['11.13'],
      rgaaTests: ['11.13.1'],
    },
    'place-alone': {
      items: [],
      severity: 'minor',
      text: 'Ce formulaire ne demande rien d’autre sur la personne qu’un lieu (« {label} ») : si c’est celui dont elle parle ou qu’elle cherche, rien n’est à changer ; si c’est le sien, ajouter autocomplete="{value}".',
      rgaa: ['11.13'],
      rgaaTests: ['11.13.1'],
    },
    'other-value': {
      items: [],
      severity: 'minor',
      text: 'Le navigateur remplit ce champ (« {label} ») avec une autre donnée que celle demandée (autocomplete="{written}") : écrire autocomplete="{value}".',
      rgaa: ['11.13'],
      rgaaTests: ['11.13.1'],
    },
    'switched-off': {
      items: [],
      severity: 'minor',
      text: 'La saisie automatique est désactivée sur ce champ (« {label} ») : si la donnée est celle de la personne qui remplit, écrire autocomplete="{value}".',
      rgaa: ['11.13'],
      rgaaTests: ['11.13.1'],
    },
  },
  applies: (page) =>
    contentOf(page)?.forms.fields.some((field, _, all) => valueFor(field, all) !== undefined) ?? false,
  *judge(page) {
    const { fields = [], groups = [] } = contentOf(page)?.forms ?? {};
    const isShared = [
      ...fields.map(({ label, shownLabel }) => `${label} ${shownLabel}`),
      ...groups.map(({ legend }) => legend),
    ].some((text) => OTHERS.test(fold(text)));
    for (const field of fields) {
      const value = valueFor(field, fields);
      if (value === undefined) continue;
      const { label, autocomplete, selector, line, zone } = field;
      const at = { place: { selector, line, zone }, quote: label, cause: `${value} ${field.name}` };
      if (autocomplete === null || autocomplete === '')
        yield isShared
          ? cantTell('maybe-missing', { label, value }, at)
          : isOfPlace(value, field, fields)
            ? cantTell('place-alone', { label, value }, at)
            : failed('missing', { label, value }, at);
      else if (isOther(autocomplete, value))
        yield failed('other-value', { label, value, written: autocomplete }, at);
      else if (/^(?:off|on)$/i.test(autocomplete)) yield cantTell('switched-off', { label, value }, at);
    }
  },
});

/** A place that may be looked for, or told of: the only field of its form, or an address where nobody is asked who they are. */
function isOfPlace(value: string, { form }: FieldFacts, all: readonly FieldFacts[]): boolean {
  const others = all.filter((other) => other.form === form);
  if (value === 'postal-code') return others.length === 1;
  const PLACE = /^(?:street-address|postal-code)$/;
  return value === 'street-address' && others.every(({ label }) => PLACE.test(personal(label) ?? value));
}

/** People whom a form asks about beside, or instead of, the one who fills it in, and what only who manages accounts gives; without accents. */
const OTHERS =
  /\b(?:permissions?|super-?utilisateurs?|pere|mere|parents?|enfants?|conjointe?s?|defunte?|beneficiaires?|mandante?|tut(?:eur|rice)|personne concernee|tierce personne|victimes?|temoins?|representante?|eleves?|proches?|employeur|locataire|bailleur|titulaire)\b/;

/** Values of the same kind: a browser that knows one fills in the other, or may. */
const KINDS: readonly RegExp[] = [
  /^(?:email|username)$/,
  /^tel\b/,
  /^(?:name|family-name|given-name|additional-name|nickname|username|honorific-(?:prefix|suffix)|organization)$/,
  /^(?:street-address|address-(?:line|level)\d|postal-code|country(?:-name)?)$/,
  /^bday\b/,
];

/** Whether what is written is surely another kind of data; a word that is none is axe’s affair. */
function isOther(autocomplete: string, value: string): boolean {
  const written = autocomplete.toLowerCase().split(/\s+/).at(-1) ?? '';
  const kindsOf = (name: string): number[] => KINDS.flatMap((kind, at) => (kind.test(name) ? [at] : []));
  const own = kindsOf(written);
  return own.length > 0 && !kindsOf(value).some((kind) => own.includes(kind));
}

function valueFor(
  { type, label, isClosed, form, labelledBy, autocomplete }: FieldFacts,
  all: readonly FieldFacts[],
): string | undefined {
  // Outside a form, or in a field that filters a list, nobody is asked about themselves, unless it says so.
  if (
    isClosed ||
    (form < 0 && autocomplete === null) ||
    labelledBy === 'none' ||
    !/^(?:text|email|tel|textarea|date)$/.test(type)
  )
    return undefined;
  const value = personal(label);
  // « Nom », without a field for the first name, asks for both.
  const isWhole =
    value === 'family-name' &&
    !/famille|last|surname|family/.test(fold(label)) &&
    !all.some((other) => other.form === form && personal(other.label) === 'given-name');
  return isWhole ? 'name' : value;
}

function personal(label: string): string | undefined {
  const asked = fold(label)
    .replace(/[([].{0,120}?[)\]]|\*|:|\b(?:obligatoire|required|facultatif|optional)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return PERSONAL.find(([pattern]) => pattern.test(asked))?.[1];
}
