import { parsePeriod, periodLabel, typeset, type HandCampaign } from '@qualepref/core';
import { handName } from './hand-sheet.ts';
import { day, number, plural } from './reports/french.ts';

/** How such a spreadsheet is filled in, in French, a paragraph a line. */
export function handGuideLines(hand: HandCampaign): string[] {
  const first =
    hand.kind === 'reception'
      ? [
          `Grille de l’accueil sur site, ${periodLabel(parsePeriod(hand.period))} : ${plural(hand.sites.length, 'site', 'sites')}, une feuille pour chacun.`,
          'La feuille s’imprime en A4 : elle peut être remplie au stylo pendant la visite, puis reportée ici. Chaque référent peut remplir sa feuille dans sa propre copie du fichier ; les copies se relisent l’une après l’autre.',
        ]
      : drawn(hand);
  const lines = [
    ...first,
    '1. Écrire votre nom et la date en haut de la feuille, dans les cases jaunes : ils valent pour toute la feuille. Ceux d’une ligne, s’ils sont remplis, les remplacent.',
    '2. Pour chaque ligne, suivre « Comment le vérifier », puis choisir un verdict dans la liste.',
    '3. La raison est demandée pour dire un point sans objet, et pour décider autrement que ce qui est « Déjà établi ». Une remarque est utile sur chaque point non conforme : dire où, et combien.',
    '4. Une ligne sans verdict reste à décider : elle peut attendre le prochain envoi du fichier. « À vérifier » reprend une décision déjà prise.',
    '5. Enregistrer en .xlsx ou en .ods, puis lancer « qualepref grid import » avec ce fichier. Rien n’est enregistré tant qu’une cellule est fausse : chacune est nommée.',
    `6. Les écarts à reporter au plan d’amélioration sont écrits dans « ${handName(hand)}-ecarts.json », et dans la feuille « Écarts » du prochain export. « qualepref grid import » avec ce fichier et « --audit », le dossier de l’audit du site, les ajoute à son plan, et propose d’y clore les actions dont l’écart n’est plus constaté.`,
    '7. Pour suivre votre propre grille : corriger la feuille « Modèle » (un point par ligne), enregistrer le classeur, puis ouvrir la campagne suivante par « qualepref grid export » avec « --grid » et ce classeur.',
    '8. Pour clore : « qualepref grid close » avec le fichier .json de la campagne. Elle se rouvre avec une raison ; c’est alors une nouvelle version.',
  ];
  return lines.map(typeset);
}

/** What was drawn from what: whoever has the same follow-up table can draw it again. */
function drawn({ draw, period, sites }: Extract<HandCampaign, { kind: 'mail-control' }>): string[] {
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  const strata = draw.strata.map(
    ({ site, channel, population, drawn }) =>
      `${names.get(site) ?? site}, ${channel === 'email' ? 'courriels' : 'courriers'} : ${number(drawn)} sur ${number(population)}`,
  );
  return [
    `Contrôle des courriers et courriels, ${periodLabel(parsePeriod(period))} : ${plural(draw.sheets.length, 'réponse tirée', 'réponses tirées')} au sort, une feuille par site.`,
    `Tirage : graine « ${draw.seed} ». La même graine tire les mêmes réponses du même tableau de suivi, lu le même jour (${day(draw.drawnOn)}). ${strata.join(' ; ')}.`,
    'Le délai (MEL-01) est établi d’après le tableau de suivi. Une réponse qui n’est jamais partie n’a pas de forme à contrôler : ses autres points sont sans objet.',
  ];
}
