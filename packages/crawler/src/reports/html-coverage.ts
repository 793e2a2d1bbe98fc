import { moment, number, plural } from './french.ts';
import { stackedCell } from './html-marks.ts';
import { pageList } from './html-pages.ts';
import { html, link, type Html } from './html-tag.ts';
import type { View } from './html-view.ts';

/** Templates listed, the largest ones; report.json has them all. */
const SHOWN = 40;

/** What was looked at, when, how, and how much of it. */
export function coverageSection(view: View): Html {
  const { site, execution, sample } = view.report;
  return html`
    <section aria-labelledby="audit">
      <h2 id="audit">Ce qui a été audité</h2>
      <dl>
        <dt>Site</dt>
        <dd>${link(site.address)}</dd>
        ${
          site.servedBy !== undefined &&
          html`<dt>Version auditée</dt>
            <dd>${link(site.servedBy)}, où mènent les liens de ce rapport</dd>`
        }
        <dt>Quand</dt>
        <dd>${moment(execution.startedAt)} (heure de Paris)</dd>
        <dt>Combien</dt>
        <dd>${extentOf(view)}</dd>
        <dt>Comment</dt>
        <dd>
          Le code de chaque page lue a été contrôlé.
          ${
            sample.method === 'exhaustive'
              ? html`Chaque page a aussi été ouverte dans un navigateur.`
              : html`Ce que seul un navigateur peut voir l’a été sur un échantillon&nbsp;: une page de chaque
                modèle, une page pour chaque sorte de composant, les pages que le RGAA impose et
                ${plural(sample.random, 'page tirée', 'pages tirées')} au sort.`
          }
        </dd>
      </dl>
      ${
        sample.rendered.length > 0 &&
        html`<details class="folded">
          <summary>
            ${plural(sample.rendered.length, 'page ouverte', 'pages ouvertes')} dans le navigateur
          </summary>
          ${pageList(sample.rendered, view)}
        </details>`
      }
      ${templateTable(view)}
    </section>
  `;
}

/** For each template, what was opened of it and what the draw may have missed. */
function templateTable(view: View): Html | false {
  const { templates = [], method } = view.report.sample;
  if (method === 'exhaustive' || templates.length === 0) return false;
  return html`<details class="folded">
    <summary>${plural(templates.length, 'modèle de page', 'modèles de page')}</summary>
    <p>
      Un défaut du modèle lui-même est vu dès qu’une page est ouverte. La dernière colonne borne les
      autres&nbsp;: nombre de pages qui peuvent porter un même défaut que seul un navigateur voit, que rien
      n’annonce dans le code, et que le tirage au sort aurait manqué (risque de 5&nbsp;%, loi
      hypergéométrique).
    </p>
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Exemple de page du modèle</th>
          <th scope="col">Pages</th>
          <th scope="col">Ouvertes</th>
          <th scope="col">Au plus, pages manquées</th>
        </tr>
      </thead>
      <tbody>
        ${templates.slice(0, SHOWN).map(
          ({ example, pages, rendered, mayMiss }) =>
            html`<tr>
              <th scope="row">${view.page(example)}</th>
              ${stackedCell('Pages', number(pages))} ${stackedCell('Ouvertes', number(rendered))}
              ${stackedCell('Au plus, pages manquées', number(mayMiss))}
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

/** « 62 pages lues, 14 pages ouvertes dans un navigateur, 15 documents demandés, 40 liens externes suivis ». */
export function extentOf({ report: { sample, addresses } }: View): string {
  let documents = 0;
  let external = 0;
  for (const { kind, outcome } of addresses) {
    if (outcome === 'out_of_scope' || outcome === 'refused_by_robots') continue;
    if (kind === 'document') documents += 1;
    if (kind === 'external') external += 1;
  }
  return [
    plural(sample.read, 'page lue', 'pages lues'),
    `${plural(sample.rendered.length, 'page ouverte', 'pages ouvertes')} dans un navigateur`,
    plural(documents, 'document demandé', 'documents demandés'),
    plural(external, 'lien externe suivi', 'liens externes suivis'),
  ].join(', ');
}
