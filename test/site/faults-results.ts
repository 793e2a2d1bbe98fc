import { parsePeriod, periodLabel } from '@qualepref/core';
import type { PageEdits } from './faults.ts';
import type { Edition } from './page.ts';
import { labelDates, lastQuarters, publishedResults } from './results.ts';

/** Faults of what the préfecture publishes of itself, and of how it writes; `truth-results.json` says what must be found of them. */
export function resultsEdits({ day }: Edition): PageEdits {
  const today = day(0).split('/').toReversed().join('-');
  const year = (daysAgo: number): number => Number(day(daysAgo).slice(-4));
  const words = (period: string): string => periodLabel(parsePeriod(period));
  const [quarter] = lastQuarters(today);
  const { end } = labelDates(today);
  const copy = publishedResults(today);
  const [mail] = copy.indicators;
  const stale = { ...copy, indicators: mail ? [{ ...mail, value: { rate: 0.99 } }] : [] };
  return {
    // rubric-reach: both entries of the menu lead elsewhere
    '*': [
      ['<a class="fr-nav__link" href="/Qualite"', '<a class="fr-nav__link" href="/Services-de-l-Etat"'],
      ['<a class="fr-nav__link" href="/Collectivites"', '<a class="fr-nav__link" href="/Actions-de-l-Etat"'],
    ],
    // rubric-reach, social-accounts
    '/': [
      ['<a href="/Qualite/Resultats">', '<a href="/Actualites">'],
      ['href="https://x.com/haute_brume_fictive"', 'href="https://x.com/ancien_compte_fictif"'],
    ],
    // label-mention, badge-figures, quality-evidence
    '/Qualite': [
      [`au ${words(end)}.`, `au ${words(end.replace(/-03-01$/, '-06-30'))}.`],
      [
        '<qp-results-badge src="/resultats.json" form="compact" more="/Qualite/Resultats">',
        `<qp-results-badge form="compact" more="/Qualite/Resultats"><script type="application/json">${JSON.stringify(stale)}</script>`,
      ],
      [
        ' Les résultats nationaux sont publiés sur <a href="https://www.plus.transformation.gouv.fr/">Services Publics +</a>.',
        '',
      ],
    ],
    // published-results, quality-evidence
    '/Qualite/Resultats': [
      [
        `<td>${words(quarter)}</td><td>91 %</td>`,
        `<td>1er trimestre ${String(year(0) - 1)}</td><td>91 %</td>`,
      ],
      ['<td>81 %</td><td>80 %</td>', '<td>81 %</td><td></td>'],
      [`le bilan qualité ${String(year(0) - 1)}`, `le bilan qualité ${String(year(0) - 2)}`],
    ],
    '/Qualite/Enquete-de-satisfaction': [
      [
        `L’enquête de satisfaction de ${String(year(78))}`,
        `L’enquête de satisfaction de ${String(year(0) - 4)}`,
      ],
      [` Sa dernière réunion s’est tenue le ${day(90)}.`, ''],
    ],
    // social-accounts
    '/Footer/Reseaux-sociaux': [['<h2>Règles de modération</h2>', '<h2>Ce qui est retiré</h2>']],
    // local-authorities, link-text-quality
    '/Collectivites/Contacts': [
      ['<th scope="row">Conseil aux élus</th>', '<th scope="row">Élections</th>'],
      [`L’enquête de ${String(year(300))}`, 'L’enquête de 2019'],
      ['des réponses.</p>', 'des réponses.</p>\n<p><a href="/Contact">Cliquez ici</a></p>'],
    ],
    '/Collectivites/Transmission-des-actes': [
      ['<h2>Télétransmission des actes</h2>', '<h2>Adresse d’envoi</h2>'],
      [
        'La convention de raccordement est signée avec la préfecture. Elle précise le tiers de télétransmission choisi.',
        'Les délibérations sont adressées en deux exemplaires, par courrier.',
      ],
      ['En cas de panne, les actes sont déposés', 'Elles peuvent aussi être déposées'],
      ['Pour se raccorder :', 'Renseignements :'],
    ],
    '/Collectivites/Dotations-et-subventions': [
      [
        `Calendrier des dotations de ${String(year(0))}`,
        `Calendrier des dotations de ${String(year(0) - 2)}`,
      ],
    ],
    // plain-language
    '/Demarches/Accueil-des-etrangers/Titre-de-sejour': [
      [
        'Délai moyen constaté : 74 jours.',
        'Délai moyen constaté : 74 jours, ce délai étant susceptible d’être allongé dans l’hypothèse où les justificatifs complémentaires sollicités par le service instructeur ne seraient pas communiqués par le demandeur dans les conditions prévues par la réglementation applicable à sa situation administrative.',
      ],
    ],
    // acronyms, named-people
    '/Services-de-l-Etat/Organigramme': [
      ['est en cours.</p>', 'est en cours. Le SGCD suit les dossiers de Paul Sansonnet-Fictif.</p>'],
    ],
  };
}
