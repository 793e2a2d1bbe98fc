import { siteCheck, type Check } from '../check.ts';
import { ownTitle } from '../own-title.ts';
import type { Excerpt, Proposal } from '../proposal.ts';
import type { Config } from '@qualepref/core';
import type { Passage } from '../read-passages.ts';
import { siteSections } from '../reception-pages.ts';
import { directoryProposal, type ShownHours } from '../site-directory.ts';
import { perSite, siteLabel, withoutSites, type Told } from '../site-told.ts';
import { generalHours } from '../text-hours-columns.ts';
import { hoursIn } from '../text-hours.ts';
import { cut, fold } from '../text.ts';

/** What a page says of one site, a quote a subject. */
interface Said {
  readonly site: number;
  readonly address: string | null;
  readonly otherAddress: string | null;
  readonly hours: string | null;
  /** `1 08:30-16:30`, Monday 1: sorted. */
  readonly slots: readonly string[];
  readonly access: string | null;
  readonly disability: string | null;
  readonly busy: string | null;
}

interface Row {
  readonly url: string;
  readonly title: string;
  readonly said: readonly Said[];
  /** Said without naming a site. */
  readonly disability: string | null;
  readonly busy: string | null;
}

const MOST_SITES = 4;
const MOST_SLOTS = 14;
const QUOTE_LENGTH = 90;
const ITEMS = ['ACC-01', 'ACC-02', 'ACC-03', 'ACC-08', 'ACC-09', 'ACC-11'] as const;
const ACCESS =
  /\b(?:plan d'acces|itineraires?|bus|transports? en commun|metro|tram(?:way)?s?|gare|parkings?|stationnement|(?<!en )lignes? [a-z]?\d+|acces (?:par|en|depuis|routier)|depuis (?:le centre|l'autoroute)|a pied|s'y rendre|comment venir)\b/;
const DISABILITY =
  /\bhandicap\w*|\bpmr\b|\bmobilite reduite\b|\bplain[- ]pied\b|\bascenseur\b|\bboucle (?:a induction )?magnetique\b|\brampe d'acces\b|\bfauteuils? roulants?\b|\bacces ?libre\b|\bregistre (?:public )?d'accessibilite\b|\bdeficien\w+ (?:visuel|auditi)\w+/;
/** Rights and allowances are not the building. */
const NOT_BUILDING =
  /\b(?:allocation|aah|mdph|carte (?:mobilite|de stationnement)|emploi|travailleurs?|numerique|rgaa)\b/;
const BUSY =
  /\baffluence\b|\bheures? (?:creuses?|de pointe)\b|\battente (?:est |y est |peut etre )?(?:plus|moins) (?:longue|courte|importante|elevee)\b|\b(?:moments?|jours?|periodes?|creneaux) (?:les )?(?:plus|moins) (?:charges?|frequentes?|calmes?)\b|\bmoins d'attente\b/;

/**
 * What each reception site owes those who come: its address, its hours, how to
 * get there, when to come, how to get in. Sites are those of the configuration;
 * pages are read under the headings that name them.
 */
export const receptionSite: Check = siteCheck<never, Row>({
  id: 'reception-site',
  codes: {},
  items: ITEMS,
  project({ url, html }, { config }): Row | null {
    const sections = siteSections(html, config.sites);
    const said = sections.slice(0, MOST_SITES).map(({ site, passages, address, otherAddress }) => ({
      site,
      address: address && cut(address.text, QUOTE_LENGTH),
      otherAddress: otherAddress && cut(otherAddress.text, QUOTE_LENGTH),
      ...hoursOf(passages),
      access: quote(passages, ACCESS),
      disability: quote(passages, DISABILITY, NOT_BUILDING),
      busy: quote(passages, BUSY),
    }));
    const general = sections.length > 0 || html.kind === 'acts' ? [] : html.passages.filter(isGeneral);
    const row = {
      disability: quote(general, DISABILITY, NOT_BUILDING),
      busy: quote(general, BUSY),
    };
    if (said.length === 0 && row.disability === null && row.busy === null) return null;
    return { url, title: ownTitle(html), said, ...row };
  },
  *propose(rows, { config, annuaire }) {
    const { sites } = config;
    if (sites.length === 0) {
      for (const item of ITEMS) yield withoutSites(item);
      return;
    }
    const all = sites.map((_, at) => at);
    const spoken = new Set(rows.flatMap(({ said }) => said.map(({ site }) => site)));
    const told = (of: (said: Said) => string | null): Told[] =>
      rows
        .flatMap(({ url, said }) =>
          said.flatMap((one) => {
            const words = of(one);
            return words === null ? [] : [{ ...one, url, quote: words }];
          }),
        )
        // The page that shows the address is the site’s own.
        .toSorted((a, b) => Number(a.address === null) - Number(b.address === null))
        .map(({ site, url, quote: words }) => ({ site, url, quote: words }));
    const elsewhere = (of: (row: Row) => string | null): Excerpt[] =>
      rows.flatMap((row) => {
        const words = of(row);
        return words === null
          ? []
          : [{ url: row.url, about: `${row.title} (site non précisé)`, quote: words }];
      });
    yield addresses(rows, sites, spoken, told);
    yield hours(rows, sites, spoken, told);
    yield directoryProposal(rows.flatMap(shownHours), sites, annuaire);
    yield perSite('ACC-08', sites, {
      ...{ due: all, spoken, told: told(({ access }) => access), what: 'Plan, itinéraire ou transports' },
      advice: 'Les donner près de l’adresse.',
    });
    const open = all.filter((at) => sites[at]?.onAppointmentOnly !== true);
    yield open.length === 0
      ? {
          item: 'ACC-09',
          answer: 'sans_objet',
          why: 'D’après qualepref.yml, tous les sites ne reçoivent que sur rendez-vous.',
          excerpts: [],
        }
      : perSite('ACC-09', sites, {
          ...{ due: open, spoken, told: told(({ busy }) => busy), elsewhere: elsewhere(({ busy }) => busy) },
          what: 'Heures d’affluence et heures creuses',
          advice: 'Les indiquer près des horaires des sites qui reçoivent sans rendez-vous.',
        });
    yield perSite('ACC-11', sites, {
      ...{ due: all, spoken, told: told(({ disability }) => disability) },
      ...{ elsewhere: elsewhere(({ disability }) => disability), what: 'Accès des personnes handicapées' },
      advice: 'Le décrire (entrée, ascenseur, place réservée), ou mener à la fiche AccèsLibre.',
    });
  },
});

function addresses(
  rows: readonly Row[],
  sites: Config['sites'],
  spoken: ReadonlySet<number>,
  told: (of: (said: Said) => string | null) => Told[],
): Proposal {
  const due = sites.flatMap(({ address }, at) => (address === undefined ? [] : [at]));
  const unknown = sites.filter(({ address }) => address === undefined).map(siteLabel);
  const others = told(({ address, otherAddress }) => (address === null ? otherAddress : null));
  const found = perSite('ACC-01', sites, {
    ...{ due, spoken, told: told(({ address }) => address), what: 'Adresse de qualepref.yml' },
    advice: 'L’afficher sur la page des coordonnées, ou corriger « sites.address ».',
  });
  if (unknown.length > 0)
    return {
      ...found,
      answer: found.answer === 'non_conforme' ? 'non_conforme' : 'non_verifie',
      why: `${due.length === 0 ? '' : `${found.why} `}L’adresse manque dans qualepref.yml pour ${unknown.join(', ')} : y renseigner « sites.address ».`,
    };
  if (others.length === 0 || found.answer === 'non_conforme')
    return { ...found, excerpts: [...otherExcerpts(others, sites), ...found.excerpts] };
  return {
    ...found,
    answer: 'a_verifier',
    why: 'Chaque adresse de qualepref.yml est affichée, mais des pages en donnent une autre sous le nom d’un site : vérifier laquelle est exacte.',
    excerpts: [...otherExcerpts(others, sites), ...found.excerpts],
  };
}

function otherExcerpts(others: readonly Told[], sites: Config['sites']): Excerpt[] {
  return others.map(({ site, url, quote: words }) => {
    const of = sites[site];
    return { url, about: `Autre adresse${of ? ` (${siteLabel(of)})` : ''}`, quote: words };
  });
}

function hours(
  rows: readonly Row[],
  sites: Config['sites'],
  spoken: ReadonlySet<number>,
  told: (of: (said: Said) => string | null) => Told[],
): Proposal {
  const all = sites.map((_, at) => at);
  const found = perSite('ACC-02', sites, {
    ...{ due: all, spoken, told: told((said) => said.hours), what: 'Jours et heures d’ouverture' },
    advice: 'Les afficher sur la page du site.',
  });
  if (found.answer !== 'conforme') return found;
  const differing = sites.filter(({ hours: wanted = [] }, at) => {
    const shown = new Set(
      rows.flatMap(({ said }) => said.filter(({ site }) => site === at).flatMap(({ slots }) => slots)),
    );
    const due = wanted.flatMap(({ days, from, to }) => days.map((day) => `${String(day)} ${from}-${to}`));
    return shown.size > 0 && due.some((slot) => !shown.has(slot));
  });
  if (differing.length === 0)
    return { ...found, why: `${found.why} Vérifier que chaque service qui reçoit a les siens.` };
  return {
    ...found,
    answer: 'a_verifier',
    why: `Des horaires sont affichés pour chaque site, mais ceux de qualepref.yml n’ont pas tous été retrouvés pour ${differing.map(siteLabel).join(', ')} : vérifier lesquels sont exacts.`,
  };
}

function hoursOf(passages: readonly Passage[]): Pick<Said, 'hours' | 'slots'> {
  const crowded = new Set(
    passages.flatMap((one) => (one.kind === 'heading' && isOfCrowds(one) ? [one.heading] : [])),
  );
  const opening = passages.filter((one) => !isOfCrowds(one) && !crowded.has(one.heading));
  const telling = generalHours(opening).filter(({ text }) =>
    /\d ?h|\d:\d\d|rendez|ouvert|horaire|lundi|mardi|jeudi/i.test(text),
  );
  if (telling.length === 0) return { hours: null, slots: [] };
  const { text, slots, daily, appointment } = hoursIn(telling.map((passage) => passage.text).join('\n'));
  if (slots.length === 0 && daily.length === 0 && appointment !== 'only') return { hours: null, slots: [] };
  const words = slots.length + daily.length > 0 ? text : (telling[0]?.text ?? '');
  return {
    hours: cut(words.replaceAll('\n', ' ; '), QUOTE_LENGTH),
    slots: slots.slice(0, MOST_SLOTS).map(({ day, from, to }) => `${String(day)} ${from}-${to}`),
  };
}

/** Hours of crowds are no opening hours. */
function isOfCrowds({ text }: Passage): boolean {
  const folded = fold(text);
  return BUSY.test(folded) && !/\bouvert|\bhoraires?\b/.test(folded);
}

function shownHours({ url, said }: Row): ShownHours[] {
  return said.map(({ site, slots }) => ({
    ...{ site, url },
    slots: slots.map((slot) => {
      const [, day = '', from = '', to = ''] = /^(\d) (\d\d:\d\d)-(\d\d:\d\d)$/.exec(slot) ?? [];
      return { day: Number(day), from, to };
    }),
  }));
}

function isGeneral({ inMain, text }: Passage): boolean {
  return (
    inMain &&
    /handicap|pmr|mobilit|pied|ascenseur|boucle|affluence|attente|creuse|pointe|acc[èe]s ?libre/i.test(text)
  );
}

function quote(passages: readonly Passage[], words: RegExp, but?: RegExp): string | null {
  for (const { text } of passages) {
    const folded = fold(text);
    const found = words.exec(folded);
    if (found && !but?.test(folded)) return cut(text.slice(Math.max(0, found.index - 30)), QUOTE_LENGTH);
  }
  return null;
}
