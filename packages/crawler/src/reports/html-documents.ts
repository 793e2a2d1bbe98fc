import type { AddressFacts, DocumentKind } from '../facts.ts';
import { number, plural } from './french.ts';
import { html, type Html } from './html-tag.ts';
import type { View } from './html-view.ts';

const KINDS: Readonly<Record<DocumentKind, string>> = {
  pdf: 'PDF',
  zip: 'Bureautique et archives',
  ole: 'Bureautique d’avant 2007',
  text: 'Texte',
  html: 'Page à la place d’un document',
  unknown: 'Autres',
};

interface Count {
  asked: number;
  whole: number;
  untagged: number;
  untitled: number;
}

/** Documents by what their first bytes say they are: how many were asked for, read whole, and hard to read for some. */
export function documentsSection(view: View): Html {
  const counts = countsOf(view.report.addresses);
  const group = view.groups.find(({ defects }) => defects[0]?.owner === 'document');
  return html`
    <section aria-labelledby="documents">
      <h2 id="documents">Les documents</h2>
      ${
        counts.size === 0
          ? html`<p>Aucun document n’a été demandé.</p>`
          : html`
              <p>
                De chaque document demandé, le début dit le format et la taille&nbsp;; quelques-uns sont lus
                en entier.
              </p>
              <div class="scroll" role="region" aria-label="Documents par format" tabindex="0">
                ${table(counts)}
              </div>
            `
      }
      ${
        group &&
        html`<p>
          <a href="#${group.id}">${plural(group.defects.length, 'défaut', 'défauts')} dans les documents</a>
          à transmettre à leurs auteurs.
        </p>`
      }
    </section>
  `;
}

function table(counts: ReadonlyMap<DocumentKind, Count>): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Format</th>
        <th scope="col">Demandés</th>
        <th scope="col">Lus en entier</th>
        <th scope="col">PDF sans balises</th>
        <th scope="col">Sans titre</th>
      </tr>
    </thead>
    <tbody>
      ${(Object.keys(KINDS) as DocumentKind[]).map((kind) => {
        const count = counts.get(kind);
        return (
          count &&
          html`<tr>
            <th scope="row">${KINDS[kind]}</th>
            <td>${number(count.asked)}</td>
            <td>${number(count.whole)}</td>
            <td>${kind === 'pdf' ? number(count.untagged) : '–'}</td>
            <td>${count.whole > 0 ? number(count.untitled) : '–'}</td>
          </tr>`
        );
      })}
    </tbody>
  </table>`;
}

function countsOf(addresses: Iterable<AddressFacts>): Map<DocumentKind, Count> {
  const counts = new Map<DocumentKind, Count>();
  for (const { kind, outcome, magic = 'unknown', document } of addresses) {
    if (kind !== 'document' || outcome === 'out_of_scope' || outcome === 'refused_by_robots') continue;
    const count = counts.get(magic) ?? { asked: 0, whole: 0, untagged: 0, untitled: 0 };
    counts.set(magic, count);
    count.asked += 1;
    if (!document || document.failure !== undefined) continue;
    count.whole += 1;
    if (document.isTagged === false) count.untagged += 1;
    if (document.title === null || document.title === '') count.untitled += 1;
  }
  return counts;
}
