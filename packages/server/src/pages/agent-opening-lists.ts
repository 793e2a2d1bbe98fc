import type { ExceptionalClosing, OpeningRule } from '@qualepref/core';
import { html } from 'hono/html';
import type { AgentAsked } from '../agent-route.ts';
import { exceptionalDay } from '../exceptional-opening.ts';
import { clockTime, longDay, weekdayAndDay } from '../date-words.ts';
import { todayAt } from '../site-time.ts';
import { blank, button, formOf, line } from './agent-form.ts';
import { capital, each, nothing, words, type Html } from './agent-html.ts';

/** Where openings are. */
export const OPENINGS = '/agents/ouvertures';
/** French names of the days, from Monday. */
export const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

/** An opening rule with the id that it has until it changes. */
export interface KeptRule {
  readonly id: string;
  readonly rule: OpeningRule;
}

/** The rules of the week of a place. */
export function rulesList(asked: AgentAsked<unknown>, rules: readonly KeptRule[]): Html {
  const weekly = rules.filter(({ rule }) => exceptionalDay(rule) === undefined);
  if (weekly.length === 0) return html`<p>Aucun créneau n’est ouvert dans la semaine ordinaire.</p>`;
  return html`<ul class="tiles">
    ${each(
      weekly,
      ({ id, rule }) =>
        html`<li>
          <p>${words(ruleText(rule))}</p>
          ${
            rule.closings.length === 0
              ? nothing
              : html`<p>Fermetures exceptionnelles</p>
                  ${each(
                    rule.closings,
                    (closing) =>
                      html`<p>${words(closingText(closing))}</p>
                        ${formOf(
                          asked,
                          `${OPENINGS}/${id}/reouverture`,
                          html`<input type="hidden" name="du" value="${closing.from}" /><button
                              class="second"
                            >
                              Rouvrir<span class="hidden"> du ${longDay(closing.from)}</span>
                            </button>`,
                          { kind: 'inline' },
                        )}`,
                  )}`
          }
          <details>
            <summary>Arrêter cette ouverture</summary>
            ${formOf(
              asked,
              `${OPENINGS}/${id}/fin`,
              html`${line(blank, {
                ...{ name: `jour`, label: 'Dernier jour', type: 'date', isRequired: true, key: `jour-${id}` },
                value: todayAt(asked.world, rule.site),
              })}
              ${button('Arrêter', 'danger')}`,
              { kind: 'plain' },
            )}
          </details>
        </li>`,
    )}
  </ul>`;
}

/** The days that a place opens outside its week, those that are past left out. */
export function exceptionsList(asked: AgentAsked<unknown>, rules: readonly KeptRule[]): Html {
  const coming = rules
    .flatMap(({ id, rule }) => {
      const day = exceptionalDay(rule);
      return day === undefined || day < todayAt(asked.world, rule.site) ? [] : [{ id, rule, day }];
    })
    .toSorted((a, b) => a.day.localeCompare(b.day));
  if (coming.length === 0) return nothing;
  return html`<h3>Ouvertures exceptionnelles</h3>
    <ul class="tiles">
      ${each(
        coming,
        ({ id, rule, day }) =>
          html`<li>
            <p>${words(exceptionText(rule, day))}</p>
            ${formOf(
              asked,
              `${OPENINGS}/${id}/retrait`,
              html`<button class="danger">
                Retirer<span class="hidden"> l’ouverture du ${longDay(day)}</span>
              </button>`,
              { kind: 'inline' },
            )}
          </li>`,
      )}
    </ul>`;
}

/** `Le samedi 5 décembre 2026, de 9 h 00 à 12 h 00 : 1 personne toutes les 20 minutes (rattrapage)`. */
function exceptionText(rule: OpeningRule, day: string): string {
  const reason = rule.openings[0]?.reason?.fr;
  return `Le ${weekdayAndDay(day)}, ${hoursText(rule)}${reason === undefined ? '' : ` (${reason})`}`;
}

/** `de 9 h 00 à 12 h 00 : 2 personnes toutes les 20 minutes`. */
function hoursText({ from, to, every, capacity }: OpeningRule): string {
  const people = capacity > 1 ? `${String(capacity)} personnes` : '1 personne';
  return `de ${clockTime(from)} à ${clockTime(to)} : ${people} toutes les ${String(every)} minutes`;
}

/** `lundi et mardi, de 9 h 00 à 12 h 00 : 2 personnes toutes les 20 minutes, à partir du 1er décembre 2026`. */
function ruleText(rule: OpeningRule): string {
  const { weekdays, validFrom, validTo } = rule;
  const days = weekdays.toSorted((a, b) => a - b).map((day) => WEEKDAYS[day - 1] ?? '');
  const named = days.length > 1 ? `${days.slice(0, -1).join(', ')} et ${days.at(-1) ?? ''}` : days.join('');
  const span = [
    ...(validFrom === undefined ? [] : [`à partir du ${longDay(validFrom)}`]),
    ...(validTo === undefined ? [] : [`jusqu’au ${longDay(validTo)}`]),
  ];
  return [`Le ${named}, ${hoursText(rule)}`, ...span].join(', ');
}

function closingText({ from, to = from, reason }: ExceptionalClosing): string {
  const span = from === to ? `le ${longDay(from)}` : `du ${longDay(from)} au ${longDay(to)}`;
  return `${capital(span)} : ${reason.fr}`;
}
