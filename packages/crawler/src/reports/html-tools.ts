import type { Severity, Verdict } from '@qualepref/core';
import { shorten } from '../text-shorten.ts';
import { modeWords, severityMarks, verdictMarks } from './html-marks.ts';
import { rubricsOf } from './html-rubrics.ts';
import { html, type Html } from './html-tag.ts';
import type { View } from './html-view.ts';

/** Characters of a choice: a list as wide as the screen cannot be read. */
const LABEL = 80;

type Choices = readonly (readonly [value: string, label: string])[];

/** Search, filters and order of the defects; the script shows them, and the list is whole without it. */
export function defectTools(view: View): Html {
  const severities = Object.entries(severityMarks) as [Severity, { word: string }][];
  const criteria = new Set([...view.findings.values()].flat().flatMap(({ rgaa }) => rgaa));
  const numbers = [...criteria].sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));
  return tools('Chercher dans les défauts', 'défaut', [
    choice(
      'severity',
      'Gravité',
      'toutes',
      severities.map(([value, { word }]) => [value, word] as const),
    ),
    choice('outcome', 'État', 'tous', [
      ['failed', 'Établi'],
      ['cantTell', 'À vérifier'],
    ]),
    choice(
      'group',
      'Qui peut corriger',
      'tout le monde',
      view.groups.map(({ id, title }) => [id, title] as const),
    ),
    numbers.length > 0 &&
      choice(
        'rgaa',
        'Critère du RGAA',
        'tous',
        numbers.map((value) => [value, value] as const),
      ),
    order([
      ['', 'les plus urgents d’abord'],
      ['severity', 'les plus graves d’abord'],
      ['pages', 'le plus de pages d’abord'],
    ]),
  ]);
}

/** The same for the items of the grid. */
export function gridTools(view: View): Html {
  const verdicts = Object.entries(verdictMarks) as [Verdict, { word: string }][];
  return tools('Chercher dans la grille', 'point', [
    choice(
      'verdict',
      'Verdict',
      'tous',
      verdicts.map(([value, { word }]) => [value, word] as const),
    ),
    choice(
      'group',
      'Rubrique',
      'toutes',
      rubricsOf(view).map(({ id, title }) => [id, title] as const),
    ),
    choice('mode', 'Qui décide', 'tout le monde', Object.entries(modeWords)),
    order([
      ['', 'celui de la grille'],
      ['verdict', 'ce qui ne va pas d’abord'],
      ['priority', 'les prioritaires d’abord'],
    ]),
  ]);
}

function tools(label: string, noun: string, controls: readonly (Html | false)[]): Html {
  return html`
    <div class="tools" role="search" aria-label="${label}" data-noun="${noun}" hidden>
      <label>Mots <input type="search" autocomplete="off" /></label>
      ${controls}
      <button type="button" class="reset">Tout afficher</button>
      <p role="status"></p>
    </div>
  `;
}

function choice(key: string, label: string, all: string, choices: Choices): Html {
  return html`
    <label
      >${label}
      <select data-key="${key}">
        <option value="">${all}</option>
        ${options(choices)}
      </select></label
    >
  `;
}

function order(choices: Choices): Html {
  return html`
    <label
      >Ordre
      <select data-order>
        ${options(choices)}
      </select></label
    >
  `;
}

function options(choices: Choices): Html[] {
  return choices.map(([value, label]) => html`<option value="${value}">${shorten(label, LABEL)}</option>`);
}
