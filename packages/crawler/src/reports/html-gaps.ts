import type { AddressFacts, AddressOutcome } from '../facts.ts';
import { outcomeText } from '../outcome-text.ts';
import type { Limit } from '../report.ts';
import { plural } from './french.ts';
import { more, pageList } from './html-pages.ts';
import { html, type Html } from './html-tag.ts';
import type { Row, View } from './html-view.ts';

/**
 * Why an answer could not be read, in the order shown. What the audit was told
 * or chose not to ask stands among its limits; a dead link is a finding.
 */
const GAPS: readonly (readonly [AddressOutcome, string])[] = [
  ['timeout', 'Pas de réponse complète à temps : les ouvrir dans un navigateur.'],
  ['network_error', 'Pas de réponse exploitable : les ouvrir dans un navigateur.'],
  ['server_error', 'Erreur du serveur : la signaler à l’hébergeur si elle dure.'],
  ['invalid_content', 'Réponse vide, abîmée, ou qui n’est pas ce qu’elle annonce.'],
  ['too_large', 'Trop volumineuses : l’audit s’arrête à une taille fixée.'],
  ['loop', 'Redirections sans fin : les signaler à l’administrateur du site.'],
  ['trap', 'Adresses fabriquées sans fin (calendrier, pagination) : leur lecture a été arrêtée.'],
];

/** What could not be checked and why: limits of this audit, points, addresses. */
export function gapsSection(view: View): Html {
  const unread = view.rows.filter(({ verdict }) => verdict === 'non_verifie');
  const reasons = Map.groupBy(unread, ({ reason }) => reason ?? 'Aucune raison n’est donnée.');
  const { limits } = view.report;
  return html`
    <section aria-labelledby="non-controle">
      <h2 id="non-controle">Ce qui n’a pas pu être contrôlé</h2>
      ${part(
        'Limites de cet audit',
        limits.map((limit) => limitLine(limit, view)),
      )}
      ${part('Points non vérifiés', [...reasons].map(unreadLine))}
      ${part(
        'Adresses qui n’ont pas été lues',
        GAPS.map(([outcome, text]) => gapLine(text, view.gaps.get(outcome), view)),
      )}
    </section>
  `;
}

function part(title: string, lines: readonly (Html | null)[]): Html {
  return html`
    <h3>${title}</h3>
    ${
      lines.some((line) => line !== null)
        ? html`<ul class="lines">
            ${lines}
          </ul>`
        : html`<p>Rien à signaler.</p>`
    }
  `;
}

function limitLine({ text, urls = [], count = urls.length }: Limit, view: View): Html {
  return html`<li>
    <p>${text}</p>
    ${
      urls.length > 0 &&
      html`<details class="folded">
        <summary>${plural(count, 'adresse concernée', 'adresses concernées')}</summary>
        ${pageList(urls, view, count)}
      </details>`
    }
  </li>`;
}

function unreadLine([reason, rows]: [string, Row[]]): Html {
  return html`<li>
    <p>${reason}</p>
    <details>
      <summary>${plural(rows.length, 'point concerné', 'points concernés')}</summary>
      <ul class="pages">
        ${rows.map(({ item, spec }) => html`<li><a href="#${item}">${item}</a> ${spec.label}</li>`)}
      </ul>
    </details>
  </li>`;
}

function gapLine(text: string, gap: ReturnType<View['gaps']['get']>, view: View): Html | null {
  if (gap === undefined) return null;
  const { count, first } = gap;
  return html`<li>
    <p>${text}</p>
    <details class="folded">
      <summary>${plural(count, 'adresse concernée', 'adresses concernées')}</summary>
      <ul class="pages">
        ${first.map((address) => html`<li>${gapAddress(address, view)}</li>`)}
      </ul>
      ${more(count - first.length, 'autre adresse', 'autres adresses')}
    </details>
  </li>`;
}

function gapAddress({ url, outcome, reason, status, foundOn: [parent] }: AddressFacts, view: View): Html {
  return html`
    ${view.page(url)} <span class="soft">(${outcomeText(outcome, reason, status)})</span>
    ${parent !== undefined && html`<p class="place soft small">lien vu sur ${view.page(parent)}</p>`}
  `;
}
