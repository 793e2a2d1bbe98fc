import type { Defect } from '@qualepref/core';
import type { AddressFacts, DocumentKind } from '../facts.ts';
import { shorten } from '../text-shorten.ts';
import { defectsByDocument } from './document-defects.ts';
import { number, plural } from './french.ts';
import { doubtMark, severityMark } from './html-marks.ts';
import { more } from './html-pages.ts';
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

/** Documents listed; report-documents.csv has them all. */
const SHOWN = 50;
const MESSAGE = 160;

interface Count {
  asked: number;
  whole: number;
  untagged: number;
  untitled: number;
}

/** Documents by what their first bytes say they are, then those that have something to mend. */
export function documentsSection(view: View): Html {
  const counts = countsOf(view.report.addresses);
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
      ${faulty(view)}
    </section>
  `;
}

function faulty(view: View): Html | null {
  const documents = [...defectsByDocument(view.report.defects)];
  if (documents.length === 0) return null;
  return html`
    <h3>${plural(documents.length, 'document à reprendre', 'documents à reprendre')}</h3>
    <ul class="lines">
      ${documents.slice(0, SHOWN).map(
        ([url, defects]) =>
          html`<li>
            <p>${view.page(url)}</p>
            <ul class="defects">
              ${defects.map((defect) => faultLine(defect, view))}
            </ul>
          </li>`,
      )}
    </ul>
    ${more(documents.length - SHOWN, 'autre document', 'autres documents')}
  `;
}

function faultLine(defect: Defect, view: View): Html {
  const { outcome, severity, message, pages } = defect;
  return html`<li>
    ${outcome === 'failed' ? severityMark(severity) : doubtMark()}
    <a href="#${view.anchor(defect)}">${shorten(message, MESSAGE)}</a>
    <span class="soft">lien sur ${plural(pages.length, 'page', 'pages')}</span>
  </li>`;
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
