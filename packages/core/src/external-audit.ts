import { addMonths } from './day.ts';
import { endOf, type Label } from './label.ts';
import { followUpOf } from './label-state.ts';
import { parsePeriod, periodLabel } from './period.ts';
import type { Sourced } from './provenance.ts';
import type { Turn } from './rhythm.ts';

/** Months before the end of a label in which its renewal audit takes place. */
export const renewalLead: Sourced<number> = {
  value: 6,
  provenance: {
    origin: 'X',
    source: 'Un semestre pour l’audit et ses suites. Aucun texte lu ne fixe ce délai.',
  },
};

/**
 * The turns of the external audit: the follow-up, then the renewal, which must
 * come before the first day on which the label may have run out.
 *
 * @param rules years, months, and months, by default `labelValidity`, `followUpDelay` and `renewalLead`
 */
export function externalAudits(
  label: Label,
  rules: { readonly validity: number; readonly followUpDelay: number; readonly renewalLead: number },
): readonly Turn[] {
  const given = periodLabel(parsePeriod(label.obtained));
  const { from, to } = followUpOf(label, rules.followUpDelay);
  const end = parsePeriod(endOf(label, rules.validity)).start;
  return [
    { id: `suivi:${label.obtained}`, label: `suivi du label obtenu (${given})`, start: from, end: to },
    {
      id: `renouvellement:${label.obtained}`,
      label: `renouvellement du label obtenu (${given})`,
      start: addMonths(end, -rules.renewalLead),
      end,
    },
  ];
}
