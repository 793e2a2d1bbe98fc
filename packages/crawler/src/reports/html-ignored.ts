import type { Ignored } from '../report.ts';
import { day, plural } from './french.ts';
import { pageList } from './html-pages.ts';
import { html, type Html } from './html-tag.ts';
import type { View } from './html-view.ts';

/** Findings that the configuration sets aside: never silently. */
export function ignoredSection(view: View): Html | null {
  const { ignored } = view.report;
  if (ignored.length === 0) return null;
  const groups = Map.groupBy(ignored, ({ check, message, reason, expires }) =>
    JSON.stringify([check, message, reason, expires]),
  );
  return html`
    <section aria-labelledby="ecartes">
      <h2 id="ecartes">Constats écartés</h2>
      <p>La configuration demande de ne pas compter ${plural(ignored.length, 'constat', 'constats')}.</p>
      <ul class="cards">
        ${[...groups.values()].map((group) => ignoredCard(group, view))}
      </ul>
    </section>
  `;
}

function ignoredCard(group: readonly Ignored[], view: View): Html | null {
  const [first] = group;
  if (!first) return null;
  return html`<li>
    <p class="message">${first.message}</p>
    <p>Raison donnée&nbsp;: ${first.reason}</p>
    <p class="soft">Jusqu’au ${day(first.expires)} · contrôle ${first.check}</p>
    ${pageList(
      group.map(({ url }) => url),
      view,
    )}
  </li>`;
}
