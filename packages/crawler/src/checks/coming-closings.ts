import { addDays, dayNumber, holidaysOf, weekdayOf, type Config } from '@qualepref/core';
import { siteCheck, type Check } from '../check.ts';
import { ownTitle } from '../own-title.ts';
import type { Excerpt, Proposal } from '../proposal.ts';
import { siteLabel, withoutSites } from '../site-told.ts';
import { datesIn } from '../text-dates.ts';
import { cut, fold } from '../text.ts';

/** A day on which a site will not receive. */
interface Closing {
  /** ISO day. */
  readonly day: string;
  readonly name: string;
  readonly kind: 'holiday' | 'closing';
}

interface Row {
  readonly url: string;
  readonly title: string;
  /** Days announced, among those that are due, and the words for it. */
  readonly told: readonly { readonly day: string; readonly quote: string }[];
  /** A change that is announced for other days. */
  readonly change: string | null;
}

/** How far ahead people are told: « dans les deux mois » of the grid. */
const AHEAD = 60;
const MOST = 6;
const QUOTE_LENGTH = 110;
const LEAD_LENGTH = 200;
const CLOSES =
  /\bferm(?:e|ee|es|ees|eture|etures|era|eront)\b|\bne (?:recoi\w+|recevr\w+|sera|seront)\b|\bpas d'accueil\b|\bexceptionnel\w*|\bferies?\b|\bhoraires? (?:modifie|amenage|d'ete|d'hiver)\w*/;

/**
 * The public holidays of the next 60 days and the closings that the
 * configuration gives, against what pages announce. Changes that nobody wrote in
 * the configuration are for the services to tell.
 */
export const comingClosings: Check = siteCheck<never, Row>({
  id: 'coming-closings',
  codes: {},
  items: ['ACC-04'],
  project({ url, html }, { config, today }): Row | null {
    if (html.kind === 'acts') return null;
    const due = comingOf(config, today);
    const told: { day: string; quote: string }[] = [];
    let change: string | null = null;
    const isAbout = CLOSES.test(fold(ownTitle(html)));
    let lead = '';
    for (const { kind: form, text, inSheet } of html.passages) {
      // What opens a list speaks for its items: « Seront fermés : ».
      if (form !== 'item') lead = text.length < LEAD_LENGTH ? fold(text) : '';
      if (inSheet || !/\d|jour|f[ée]ri/i.test(text)) continue;
      const folded = fold(text);
      if (!isAbout && !CLOSES.test(folded) && !(form === 'item' && CLOSES.test(lead))) continue;
      const quote = cut(text, QUOTE_LENGTH);
      const dates = datesIn(text, { today }).filter(
        ({ precision, isLegal }) => precision === 'day' && !isLegal,
      );
      const isEvery =
        /\bferme\w*.{0,40}\bjours feries\b|\bsauf (?:les )?jours feries\b|\bhors jours feries\b/.test(folded);
      const before = told.length;
      for (const { day, name, kind } of due) {
        const isDated = dates.some(({ from, to }) => (from ?? today) <= day && day <= (to ?? from ?? ''));
        const isNamed = kind === 'holiday' && (isEvery || folded.includes(fold(name)));
        if ((isDated || isNamed) && !told.some((one) => one.day === day)) told.push({ day, quote });
      }
      if (told.length === before && dates.some(({ to, from }) => (to ?? from ?? '') >= today))
        change ??= quote;
    }
    if (told.length === 0 && change === null) return null;
    return { url, title: ownTitle(html), told: told.slice(0, MOST), change };
  },
  *propose(rows, { config, today }) {
    if (config.sites.length === 0) yield withoutSites('ACC-04');
    else yield proposed(rows, comingOf(config, today));
  },
});

/** Worked out once: every page asks. */
const coming = new WeakMap<Config, { readonly today: string; readonly due: readonly Closing[] }>();

function comingOf(config: Config, today: string): readonly Closing[] {
  const kept = coming.get(config);
  if (kept?.today === today) return kept.due;
  const due = closingsOf(config, today);
  coming.set(config, { today, due });
  return due;
}

/** Days to come on which a site that would be open is closed, the closings of the configuration first. */
function closingsOf({ sites }: Config, today: string): Closing[] {
  const last = addDays(today, AHEAD);
  const years = [...new Set([today, last].map((day) => Number(day.slice(0, 4))))];
  const isSoon = ({ day }: Closing): boolean => today <= day && day <= last;
  const closings = sites.flatMap((site) =>
    site.closings.map(({ day, reason }): Closing => ({
      ...{ day, kind: 'closing' },
      name: `${reason?.fr ?? 'fermeture'} (${siteLabel(site)})`,
    })),
  );
  const holidays = sites.flatMap(({ zone, hours = [] }) =>
    years
      .flatMap((year) => holidaysOf(year, zone))
      .filter(({ day }) => isOpenOn(hours, day))
      .map(({ day, name }): Closing => ({ day, name, kind: 'holiday' })),
  );
  const all = [...closings, ...holidays].filter(isSoon);
  return all.filter(
    ({ day, name }, at) => all.findIndex((one) => one.day === day && one.name === name) === at,
  );
}

/** Whether a site would receive that day of the week; from Monday to Friday where nobody gave its hours. */
function isOpenOn(hours: readonly { readonly days: readonly number[] }[], day: string): boolean {
  const weekday = weekdayOf(dayNumber(day));
  return hours.length === 0 ? weekday <= 5 : hours.some(({ days }) => days.includes(weekday));
}

function proposed(rows: readonly Row[], due: readonly Closing[]): Proposal {
  const item = 'ACC-04';
  const found = due.flatMap((closing) => {
    const row = rows.find(({ told }) => told.some(({ day }) => day === closing.day));
    const quote = row?.told.find(({ day }) => day === closing.day)?.quote;
    return row && quote !== undefined ? [{ closing, url: row.url, quote }] : [];
  });
  const missing = due.filter((closing) => !found.some((one) => one.closing === closing));
  const labelOf = ({ day, name }: Closing): string => `${day.split('-').reverse().join('/')}, ${name}`;
  const changes = rows.flatMap(({ url, title, change }): Excerpt[] =>
    change === null ? [] : [{ url, about: title, quote: change }],
  );
  const excerpts = [
    ...found.map(({ closing, url, quote }) => ({ url, about: labelOf(closing), quote })),
    ...changes,
  ];
  const names = missing.slice(0, 5).map(labelOf).join(' ; ');
  if (missing.some(({ kind }) => kind === 'closing'))
    return {
      item,
      answer: 'non_conforme',
      why: `Ces jours de fermeture des deux mois à venir ne sont annoncés sur aucune page lue : ${names}. Les annoncer en actualité et sur la page des horaires.`,
      excerpts,
    };
  if (missing.length > 0)
    return {
      item,
      answer: 'a_verifier',
      why: `Ces jours fériés à venir ne sont annoncés sur aucune page lue : ${names}. Vérifier que l’usager sait que les sites sont fermés, et demander aux services les autres changements prévus.`,
      excerpts,
    };
  return {
    item,
    answer: 'conforme',
    why:
      due.length === 0
        ? 'Ni jour férié ni fermeture de « sites.closings » dans les deux mois à venir : demander aux services si d’autres changements sont prévus.'
        : 'Les jours fériés et les fermetures de qualepref.yml des deux mois à venir sont annoncés : demander aux services si d’autres changements sont prévus.',
    excerpts,
  };
}
