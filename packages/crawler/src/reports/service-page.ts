import { parseQuarter, quarterLabel, type Defect, type OwnFinding } from '@qualepref/core';
import { findingsByService } from '../grid-own.ts';
import { shorten } from '../text-shorten.ts';
import { day, plural } from './french.ts';
import { ownCard } from './html-acts.ts';
import { countOf } from './html-defects.ts';
import { doubtMark, severityMark } from './html-marks.ts';
import { more } from './html-pages.ts';
import { html, link, quoted, type Html } from './html-tag.ts';
import { CONTENT_ADVICE, type Group, type View } from './html-view.ts';
import { paper } from './paper.ts';

const MESSAGE_MAX = 600;
const PAGES_SHOWN = 25;
const ITEMS_SHOWN = 6;

/** What whoever can mend something is asked to: defects of the machine, and what people saw. */
export interface ServiceList {
  readonly group: Pick<Group, 'title' | 'advice' | 'defects' | 'shown'>;
  readonly own: readonly OwnFinding[];
}

/** The lists to be handed over; a service of which only people saw something has one too. */
export function serviceLists({ groups, report: { ownFindings = [] } }: View): ServiceList[] {
  const titles = groups.map(({ title }) => title);
  const own = findingsByService(ownFindings, titles);
  const alone = [...own.keys()].filter((service) => !titles.includes(service));
  return [
    ...groups.map((group) => ({ group, own: own.get(group.title) ?? [] })),
    ...alone.map((title) => ({
      group: { title, advice: CONTENT_ADVICE, defects: [], shown: [] },
      own: own.get(title) ?? [],
    })),
  ];
}

/** One list alone. */
export function servicePage({ group, own }: ServiceList, view: View): string {
  const { title, advice, defects, shown } = group;
  const { campaign, execution, site } = view.report;
  const seen = plural(own.length, 'constat d’une personne', 'constats d’une personne');
  const counts = [countOf(defects), own.length > 0 && seen].filter(Boolean).join(', ');
  const host = URL.parse(site.address)?.host ?? site.address;
  return paper({
    title,
    lead: `Site ${host}, ${quarterLabel(parseQuarter(campaign))}. Audit du ${day(execution.startedAt)}.`,
    body: html`
      <p><strong>${counts}.</strong> ${advice}</p>
      ${
        shown.length > 0 &&
        html`<h2>À faire, le plus urgent d’abord</h2>
          <ol class="cards">
            ${shown.map((defect) => card(defect, view))}
          </ol>`
      }
      ${more(defects.length - shown.length, 'autre défaut, moins urgent', 'autres défauts, moins urgents')}
      ${
        own.length > 0 &&
        html`<h2>Constaté par une personne</h2>
          <ul class="cards">
            ${own.map((finding) => ownCard(finding, view))}
          </ul>`
      }
    `,
  });
}

/** A page that could not be read bears on most of the grid. */
function itemsText(items: readonly string[]): string {
  const left = items.length - ITEMS_SHOWN;
  if (left <= 1) return items.join(', ');
  return `${items.slice(0, ITEMS_SHOWN).join(', ')} et ${plural(left, 'autre', 'autres')}`;
}

function card(defect: Defect, view: View): Html {
  const { severity, outcome, message, cause, pages, items } = defect;
  const quotes = new Map(
    (view.findings.get(defect.id) ?? []).map(({ url, where: { quote } }) => [url, quote ?? '']),
  );
  return html`
    <li>
      <p class="message">
        ${severityMark(severity)} ${outcome === 'cantTell' && doubtMark()} ${shorten(message, MESSAGE_MAX)}
      </p>
      ${/^https?:/.test(cause) && html`<p class="soft">En cause&nbsp;: ${link(cause)}</p>`}
      <ul>
        ${pages.slice(0, PAGES_SHOWN).map((url) => {
          const quote = quotes.get(url) ?? '';
          return html`<li>
            ${view.page(url)}
            ${quote !== '' && html`<span class="soft">«&nbsp;${quoted(quote)}&nbsp;»</span>`}
          </li>`;
        })}
      </ul>
      ${more(pages.length - PAGES_SHOWN, 'autre page', 'autres pages')}
      ${items.length > 0 && html`<p class="soft">Points de la grille&nbsp;: ${itemsText(items)}</p>`}
    </li>
  `;
}
