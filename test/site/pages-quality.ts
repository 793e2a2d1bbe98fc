import { parsePeriod, periodLabel } from '@qualepref/core';
import { download, list, table } from './blocks.ts';
import type { Edition, Page } from './page.ts';
import { labelDates, lastQuarters } from './results.ts';

/** What the préfecture promises, and how it keeps its word. */
export function qualityPages({ day, file, script }: Edition): Page[] {
  const today = day(0).split('/').toReversed().join('-');
  const label = labelDates(today);
  const words = (period: string): string => periodLabel(parsePeriod(period));
  const quarter = words(lastQuarters(today)[0]);
  const year = (daysAgo: number): string => day(daysAgo).slice(-4);
  return [
    {
      path: '/Qualite',
      heading: 'Démarche qualité',
      summary: 'Nos engagements, notre label, nos résultats.',
      updated: day(40),
      cards: 'grey',
      main: `<p>La préfecture et les deux sous-préfectures sont labellisées Qual-e-Pref pour les modules 1 « Relation générale avec les usagers » et 4 « Relations avec les collectivités territoriales ». Le label Qual-e-Pref est valable du ${words(label.start)} au ${words(label.end)}.</p>
<h2>Nos engagements</h2>
${list([
  'répondre aux courriels en cinq jours ouvrés, aux courriers en dix jours ouvrés ;',
  'répondre à toute réclamation en dix jours ouvrés ;',
  'vous informer de tout changement d’horaires ;',
  'mesurer chaque année votre satisfaction et en publier le résultat.',
])}
<qp-results-badge src="/resultats.json" form="compact" more="/Qualite/Resultats"></qp-results-badge>
${script}
<p>Une remarque, une réclamation ? <a href="/Contact">Écrivez-nous</a>. Les résultats nationaux sont publiés sur <a href="https://www.plus.transformation.gouv.fr/">Services Publics +</a>.</p>`,
    },
    {
      path: '/Qualite/Resultats',
      heading: 'Résultats et indicateurs',
      summary: 'Délais de réponse, attente, satisfaction.',
      updated: day(36),
      main: `${table(
        'Indicateurs du dernier trimestre',
        ['Indicateur', 'Période', 'Valeur', 'Cible', 'Demandes mesurées'],
        [
          ['Courriels traités en cinq jours ouvrés', quarter, '96 %', '90 %', '1 412'],
          ['Courriers traités en dix jours ouvrés', quarter, '91 %', '90 %', '388'],
          ['Réclamations traitées en dix jours ouvrés', quarter, '88 %', '90 %', '43'],
          ['Appels décrochés', quarter, '81 %', '80 %', '9 204'],
        ],
      )}
<qp-results-badge src="/resultats.json"></qp-results-badge>
${script}
<h2>Bilans annuels</h2>
<ul><li>${download(file('quality-review'), `Télécharger le bilan qualité ${String(Number(year(0)) - 1)}`)}</li></ul>`,
    },
    {
      path: '/Qualite/Enquete-de-satisfaction',
      heading: 'Enquête de satisfaction',
      summary: 'Ce que les usagers pensent de notre accueil.',
      updated: day(78),
      main: `<p>L’enquête de satisfaction de ${year(78)} a recueilli 604 réponses, dans les trois lieux d’accueil.</p>
<dl class="figures">
<div><dt>Amabilité</dt><dd>93 %</dd></div>
<div><dt>Clarté des réponses</dt><dd>86 %</dd></div>
<div><dt>Temps d’attente</dt><dd>71 %</dd></div>
</dl>
<h2>Actions décidées</h2>
<p>Le temps d’attente est passé sous 75 % : un second guichet ouvre le lundi matin, et l’affluence est affichée.</p>
<h2>Comité local des usagers</h2>
<p>Il réunit chaque année associations, professionnels et élus. Sa dernière réunion s’est tenue le ${day(90)}.</p>`,
    },
  ];
}
