import { planAction, type Gap } from '@qualepref/core';
import type { Report } from '../report.ts';

/** A service of the report that tests are made with. */
const SERVICE = 'Bureau des migrations et de l’intégration';

/** A report with what people said of it: each text of theirs ends with the given one, which may be hostile. */
export function withActs(made: Report, text: string): Report {
  const [defect] = made.defects;
  if (!defect) throw new Error('no defect');
  const by = { by: 'Camille Martin', date: '2026-11-24' };
  const gap: Gap = {
    ...{ id: 'website:2026-T4:ETA-03', origin: 'website-grid', foundOn: '2026-11-24' },
    ...{ subject: 'Non conforme : mentions', reference: 'ETA-03' },
  };
  const action = planAction({
    ...{
      id: `${gap.id}:1`,
      gap: gap.id,
      kind: 'corrective',
      origin: 'website-grid',
      what: `Compléter ${text}`,
    },
    ...{ owner: 'Communication', dueOn: '2026-11-01', on: '2026-10-01', by: 'Camille Martin' },
  });
  return {
    ...made,
    marked: [
      { ...defect, opinion: 'accepted', reason: `Assumé ${text}`, expires: '2027-01-31', ...by },
      { ...defect, id: 'b', opinion: 'confirmed', reason: 'Vu.', expires: '2027-01-31', ...by },
    ],
    ownFindings: [
      {
        ...{ id: 'a', item: 'ACC-08', what: `Plan illisible ${text}`, severity: 'major', state: 'open' },
        ...{ page: 'https://www.exemple.gouv.fr/Contact', service: SERVICE, sameAs: '2026-T3', ...by },
      },
      { id: 'c', item: 'ACC-09', what: 'Bruit.', severity: 'info', state: 'open', page: 'Hall', ...by },
    ],
    plan: [
      { gap, action, seen: 'Corrigé.', isMended: true, isOverdue: true },
      {
        gap: { ...gap, id: 'autre' },
        proposed: 'Réparer.',
        seen: 'Reste.',
        isMended: false,
        isOverdue: false,
      },
    ],
  };
}
