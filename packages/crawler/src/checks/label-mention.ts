import { parsePeriod, publishedLabel, type PublishedLabel } from '@qualepref/core';
import { badgesOf } from '../badge-results.ts';
import { cantTell, failed, siteCheck, type At, type Check } from '../check.ts';
import { knownLabels, labelFaults, namesLabel, type LabelFault } from '../label-claims.ts';
import { isQualityPage } from '../quality-pages.ts';
import { cut, fold } from '../text.ts';

type Code = LabelFault['code'] | 'badge-differs';

interface Row {
  readonly url: string;
  readonly isQuality: boolean;
  /** Whether it names the label. */
  readonly isNamed: boolean;
  readonly faults: readonly { readonly code: Code; readonly params: LabelFault['params']; readonly at: At }[];
}

/** Faults kept of one page. */
const KEPT = 3;
const QUOTE = 200;
const SOURCE = 'la configuration (label)';

/**
 * What the quality pages, the home page and the badge say of the label agrees
 * with the label that the configuration gives: its name, dates and modules. News and
 * history say what was: only what is claimed of today is judged.
 */
export const labelMention: Check = siteCheck({
  id: 'label-mention',
  codes: {
    'not-held': {
      items: ['RES-03'],
      severity: 'major',
      text: `La page présente le label {name} comme détenu, alors que d’après ${SOURCE} il est {state} : corriger la mention, ou la configuration.`,
    },
    'former-label': {
      items: ['RES-03'],
      severity: 'major',
      text: `La page présente {old} comme un label détenu aujourd’hui, alors que d’après ${SOURCE} c’est {name} : la corriger.`,
    },
    'other-end': {
      items: ['RES-03'],
      severity: 'major',
      text: `La fin de validité annoncée ({said}) n’est pas celle de ${SOURCE}, {known} : corriger celle des deux qui se trompe.`,
    },
    'other-start': {
      items: ['RES-03'],
      severity: 'minor',
      text: `La date d’obtention annoncée ({said}) n’est pas celle de ${SOURCE}, {known} : corriger celle des deux qui se trompe.`,
    },
    'other-modules': {
      items: ['RES-03'],
      severity: 'major',
      text: `La page annonce pour {name} des modules ({said}) qui ne sont pas ceux de ${SOURCE} ({known}) : corriger la page, ou la configuration.`,
    },
    'badge-differs': {
      items: ['RES-03'],
      severity: 'major',
      text: `Le badge ne dit pas du label ce qu’en dit ${SOURCE} ({what}) : publier à nouveau le fichier de résultats.`,
    },
    'no-mention': {
      items: ['RES-03'],
      severity: 'minor',
      text: 'Aucune des pages lues sur la démarche qualité ne nomme le label {name} : vérifier s’il est mentionné ailleurs, sinon le mentionner avec ses dates.',
    },
    'no-quality-page': {
      items: ['RES-03'],
      severity: 'minor',
      text: 'Aucune page sur la démarche qualité n’a été lue : ouvrir celle qui porte la mention du label, et donner son adresse dans qualepref.yml (pages.quality).',
    },
  },
  project: (page, settings): Row | null => {
    const { config, today } = settings;
    const isQuality = isQualityPage(page, settings);
    if (!config.label || (!isQuality && page.html.kind !== 'home')) return null;
    const label = publishedLabel(config.label);
    const known = knownLabels(label, config.formerLabels);
    const named = page.html.passages.filter(({ inMain, text }) => inMain && namesLabel(text, known));
    const claimed = named.flatMap(({ text, line, zone }) =>
      labelFaults(text, known, today).map((fault) => ({
        ...fault,
        at: {
          place: { line, zone },
          quote: around(text, fault.params['said']),
          cause: `${fault.code} ${fault.params['said'] ?? ''}`,
        },
      })),
    );
    const badges = badgesOf(page);
    const shown = badges.flatMap(({ results, place }) => {
      const what = results?.label ? differences(results.label, label) : [];
      const code = 'badge-differs' as const;
      return what.length === 0
        ? []
        : [{ code, params: { what: what.join(', ') }, at: { place, cause: code } }];
    });
    return {
      url: page.url,
      isQuality,
      isNamed: named.length > 0 || badges.some(({ results }) => results?.label !== undefined),
      faults: [...claimed, ...shown].slice(0, KEPT),
    };
  },
  *judge(rows, { config }) {
    if (!config.label) return;
    for (const { url, faults } of rows)
      for (const { code, params, at } of faults) yield failed(code, params, { ...at, url });
    if (!rows.some(({ isQuality }) => isQuality)) yield cantTell('no-quality-page');
    else if (!rows.some(({ isNamed }) => isNamed)) yield cantTell('no-mention', { name: config.label.name });
  },
  *propose(rows, { config }) {
    if (!config.label)
      yield {
        item: 'RES-03',
        answer: 'non_verifie',
        why: 'Le label détenu n’est pas configuré : indiquer son nom, ses dates et ses modules dans qualepref.yml (label).',
        excerpts: [],
      };
    else if (rows.length === 0)
      yield {
        item: 'RES-03',
        answer: 'a_verifier',
        why: 'Aucune page sur la démarche qualité n’a été lue : ouvrir celle qui porte la mention du label, et donner son adresse dans qualepref.yml (pages.quality).',
        excerpts: [],
      };
  },
});

/** What a badge was given of the label that is not as configured, in French. */
function differences(shown: PublishedLabel, known: PublishedLabel): string[] {
  const isSet = (modules: PublishedLabel['modules']): string => [...modules].sort().join(' ');
  return [
    ...(fold(shown.name) === fold(known.name) ? [] : ['le nom']),
    ...(overlap(shown.start, known.start) ? [] : ['la date d’obtention']),
    ...(overlap(shown.end, known.end) ? [] : ['la fin de validité']),
    ...(isSet(shown.modules) === isSet(known.modules) ? [] : ['les modules']),
    ...((shown.suspended === undefined) === (known.suspended === undefined) ? [] : ['la suspension']),
  ];
}

/** The words of the claim, with what stands before. */
function around(text: string, said = ''): string {
  const start = Math.max(0, text.normalize('NFC').indexOf(said) - QUOTE / 2);
  return cut(start === 0 ? text : text.slice(start).replace(/^\S*\s/, '…'), QUOTE);
}

/** Whether two dates, each as wide as what is known of it, may be the same. */
function overlap(one: string, other: string): boolean {
  const [a, b] = [parsePeriod(one), parsePeriod(other)];
  return a.start <= b.end && b.start <= a.end;
}
