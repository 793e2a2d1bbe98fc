import { parseQuarter, quarterLabel, typeset } from '@qualepref/core';
import type { Report } from './report.ts';
import { plural } from './reports/french.ts';

/** How the spreadsheet is filled in, in French, a paragraph a line. @param decided items already decided */
export function guideLines({ site, campaign }: Report, decided: number): string[] {
  return [
    `Grille de vérification de ${site.address}, campagne du ${quarterLabel(parseQuarter(campaign))}. ${plural(decided, 'point y est déjà décidé', 'points y sont déjà décidés')} par une personne.`,
    '1. Feuille « À décider » : écrire votre nom et la date une fois, en haut, dans les cases jaunes.',
    '2. Pour chaque ligne, lire la réponse proposée et ses extraits, ouvrir la page, puis choisir un verdict dans la liste. Le nom et la date d’une ligne, s’ils sont remplis, remplacent ceux du haut.',
    '3. La raison est demandée pour dire autre chose que ce que l’audit a établi ou propose, et pour dire un point sans objet.',
    '4. Les lignes « Lien », au bas de la feuille, sont des liens qui se sont refusés à l’audit : ouvrir chacun, puis dire s’il mène à la bonne page (conforme) ou non (non conforme).',
    '5. Une ligne sans verdict reste à décider : elle peut attendre le prochain envoi du fichier. « À vérifier » reprend une décision déjà prise.',
    '6. « Déjà décidé » : la décision du trimestre précédent est proposée à nouveau, parce que l’audit relève exactement la même chose. Choisir « oui » en haut les confirme toutes, avec les constats repris ; changer le verdict d’une ligne décide de celle-là seule.',
    '7. Feuille « Grille » : les cases jaunes permettent d’en décider autrement que l’audit, avec une raison.',
    '8. Feuille « Défauts » : dire « faux positif » ou « accepté » écarte un défaut jusqu’au jour indiqué (un an sinon), avec un motif ; « confirmé » établit un constat à vérifier ; « à corriger » reprend un avis. Un défaut écarté ne compte plus, et reste visible avec son motif.',
    '9. Feuille « Mes constats » : une ligne pour ce que vous avez vu vous-même. Le point est alors non conforme, même décidé conforme auparavant, sauf si vous en décidez autrement ce jour-là ou plus tard, ou si la gravité est « Information ». « Corrigé » ou « retiré » le lève.',
    '10. Feuille « Plan d’amélioration » : une action commence dès qu’elle a un responsable et une échéance. Reporter, abandonner ou juger de l’effet demande une explication. Quand l’audit, ou la grille suivante de l’accueil ou des courriers, ne relève plus rien, il est proposé de clore l’action, avec ce qui le montre.',
    '11. Les autres feuilles sont à lire : pages, une feuille par service contributeur, et ce qui est à signaler à l’administrateur national du site.',
    '12. Enregistrer en .xlsx ou en .ods, puis lancer « qualepref grid import » avec ce fichier et le dossier de l’audit. Rien n’est enregistré tant qu’une cellule est fausse : chacune est nommée.',
    '13. Pour clore la campagne : « qualepref grid close ». Elle se rouvre avec une raison ; c’est alors une nouvelle version. Le plan, lui, continue.',
  ].map(typeset);
}
