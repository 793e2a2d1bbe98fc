import { typeset } from '@qualepref/core';
import type { Report } from './report.ts';
import { plural } from './reports/french.ts';

/** How the spreadsheet is filled in, in French, a paragraph a line. @param decided items already decided */
export function guideLines({ site, campaign }: Report, decided: number): string[] {
  return [
    `Grille de vérification de ${site.address}, campagne ${campaign}. ${plural(decided, 'point y est déjà décidé', 'points y sont déjà décidés')} par une personne.`,
    '1. Feuille « À décider » : écrire votre nom et la date une fois, en haut, dans les cases jaunes.',
    '2. Pour chaque ligne, lire la réponse proposée et ses extraits, ouvrir la page, puis choisir un verdict dans la liste. Le nom et la date d’une ligne, s’ils sont remplis, remplacent ceux du haut.',
    '3. La raison est demandée pour dire autre chose que ce que l’audit a établi, et pour dire un point sans objet.',
    '4. Une ligne sans verdict reste à décider : elle peut attendre le prochain envoi du fichier. « À vérifier » reprend une décision déjà prise.',
    '5. « Déjà décidé » : la décision du trimestre précédent est proposée à nouveau, parce que l’audit relève exactement la même chose. Choisir « oui » en haut les confirme toutes ; changer le verdict d’une ligne décide de celle-là seule.',
    '6. Feuille « Grille » : les cases jaunes permettent d’en décider autrement que l’audit, avec une raison.',
    '7. Les autres feuilles sont à lire : défauts, pages, écarts à reporter au plan d’actions, une feuille par service contributeur, et ce qui est à signaler à l’administrateur national du site.',
    '8. Enregistrer en .xlsx ou en .ods, puis lancer « qualepref grid import » avec ce fichier et le dossier de l’audit. Rien n’est enregistré tant qu’une cellule est fausse : chacune est nommée.',
    '9. Pour clore la campagne : « qualepref grid close ». Elle se rouvre avec une raison ; c’est alors une nouvelle version.',
  ].map(typeset);
}
