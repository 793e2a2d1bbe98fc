import type { Indicator, MeasuredValue } from '@qualepref/core';
import { html } from 'hono/html';
import { WrongForm } from '../agent-route.ts';
import { line, type Filled } from './agent-form.ts';
import type { Html } from './agent-html.ts';

/** How a figure is known: with its counts, or as a rate or a mean alone. */
export const forms = ['nombres', 'valeur'] as const;
/** One of them. */
export type ValueForm = (typeof forms)[number];

/** The form that an address or a form names; a count has no other than itself. */
export function valueFormOf({ kind }: Pick<Indicator, 'kind'>, named: unknown): ValueForm {
  return named === 'valeur' && kind !== 'count' ? 'valeur' : 'nombres';
}

/** What a figure is entered by. */
export function valueFields(filled: Filled, { kind, unit }: Indicator, form: ValueForm): Html {
  if (form === 'valeur') return aloneField(filled, kind === 'ratio' ? 'percent' : unit);
  const number = { type: 'number', isShort: true, isRequired: true } as const;
  switch (kind) {
    case 'ratio':
      return html`<div class="row">
        ${line(filled, { ...number, name: 'haut', label: 'Nombre de cas conformes' })}
        ${line(filled, { ...number, name: 'bas', label: 'Nombre de cas en tout' })}
      </div>`;
    case 'mean':
      return html`<div class="row">
        ${line(filled, { ...number, name: 'haut', label: unit === 'points' ? 'Total des points' : 'Total des jours' })}
        ${line(filled, { ...number, name: 'bas', label: 'Nombre de cas' })}
      </div>`;
    case 'count':
      return line(filled, { ...number, name: 'haut', label: 'Nombre' });
  }
}

function aloneField(filled: Filled, unit: Indicator['unit']): Html {
  const label = {
    percent: 'Taux, en %',
    days: 'Moyenne, en jours',
    points: 'Moyenne, en points',
    count: 'Valeur',
  }[unit];
  return line(filled, {
    ...{ name: 'valeur', label, isShort: true, isRequired: true, inputMode: 'decimal' },
    hint: 'Tel qu’il est connu, avec sa virgule : 87,5. S’il vient d’un échantillon, dire lequel avec son origine.',
  });
}

const NUMBER = 'Un nombre entier est attendu, par exemple 12.';

/**
 * The value of the counts that a form gives.
 *
 * @throws WrongForm
 */
export function countedValue(
  { kind }: Indicator,
  { haut, bas }: { readonly haut: string; readonly bas: string },
): MeasuredValue {
  const [upper, lower] = [haut, bas].map((text) =>
    /^-?\d{1,9}$/.test(text.replaceAll(' ', '')) ? Number(text.replaceAll(' ', '')) : undefined,
  );
  if (upper === undefined) throw new WrongForm({ haut: NUMBER });
  if (kind === 'count') return { kind, count: upper };
  if (lower === undefined) throw new WrongForm({ bas: NUMBER });
  if (kind === 'ratio' && upper > lower)
    throw new WrongForm({
      haut: 'Il y a plus de cas conformes que de cas en tout : vérifier les deux nombres.',
    });
  return kind === 'ratio'
    ? { kind, numerator: upper, denominator: lower }
    : { kind, total: upper, count: lower };
}

/**
 * The value of a rate or a mean known without its counts: they are not made up.
 *
 * @param valeur as it is typed: `87,5`, `87.5 %`, `−12`
 * @throws WrongForm
 */
export function aloneValue({ kind, unit }: Pick<Indicator, 'kind' | 'unit'>, valeur: string): MeasuredValue {
  const text = valeur.replace(/[\s%]/g, '').replace('−', '-').replace(',', '.');
  const isNumber = /^-?\d{1,6}(?:\.\d{1,4})?$/.test(text);
  if (kind === 'ratio') {
    // By its digits: a division would leave 0.070999… of 7,1.
    const rate = Number(`${text}e-2`);
    if (!isNumber || rate < 0 || rate > 1)
      throw new WrongForm({ valeur: 'Un taux de 0 à 100 est attendu, par exemple 87,5.' });
    return { kind: 'published-rate', rate };
  }
  const mean = Number(text);
  if (!isNumber || kind === 'count')
    throw new WrongForm({ valeur: 'Un nombre est attendu, par exemple 2,4.' });
  if (mean < 0 && unit !== 'points')
    throw new WrongForm({ valeur: 'Un nombre de jours n’est pas négatif : le vérifier.' });
  return { kind: 'published-mean', mean };
}
