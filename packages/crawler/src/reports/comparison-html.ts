import type { Comparison } from '../compare.ts';
import { defectWords, sinceWhen } from './change-words.ts';
import { day } from './french.ts';
import { changesSection } from './html-changes.ts';
import { shell } from './html-shell.ts';
import { style } from './html-style.ts';
import { html, link } from './html-tag.ts';

/** `comparaison.html`: two audits of one site, in one file that needs nothing else. */
export function comparisonHtml(comparison: Comparison): string {
  const { site, before, after } = comparison;
  const host = URL.parse(site)?.host ?? site;
  const title = `${host} — ce qui a changé depuis ${sinceWhen(comparison)}`;
  const body = html`
    <a class="skip" href="#contenu">Aller au contenu</a>
    <div class="frame">
      <header>
        <h1>${title}</h1>
        <p class="soft">Audit du ${day(after.startedAt)}, comparé à celui du ${day(before.startedAt)}.</p>
      </header>
      <main id="contenu" tabindex="-1">
        ${changesSection(comparison, { file: 'comparaison.json', page: link })}
        <section aria-labelledby="lire">
          <h2 id="lire">Comment lire cette comparaison</h2>
          <dl>
            ${Object.values(defectWords).map(
              (words) =>
                html`<dt>${words.title}</dt>
                  <dd>${words.meaning}</dd>`,
            )}
          </dl>
          <p>
            Les deux audits sont jugés par les mêmes contrôles. Un défaut garde son identité quand sa page
            change d’adresse. Il n’est dit corrigé que si rien n’empêchait de le voir.
          </p>
        </section>
      </main>
    </div>
  `;
  return shell({ title, style, hasPictures: true, body });
}
