import { typeset } from '@qualepref/core';

const counted = (count: number, one: string, several: string): string =>
  `${String(count)} ${count > 1 ? several : one}`;

/** Code of what is said once something is done. */
export type Notice =
  | 'mot-de-passe'
  | 'second-facteur-retire'
  | 'code-de-secours'
  | 'sessions-fermees'
  | 'deconnecte'
  | 'session'
  | 'compte-modifie'
  | 'compte-desactive'
  | 'compte-reactive'
  | 'compte-sans-facteur'
  | 'presence'
  | 'rendez-vous-pris'
  | 'rendez-vous-deplace'
  | 'rendez-vous-deplace-a-dire'
  | 'rendez-vous-annule'
  | 'ouverture-ajoutee'
  | 'reouverture'
  | 'fermeture-ajoutee'
  | 'ouverture-close'
  | 'ouverture-retiree'
  | 'fiche-saisie'
  | 'fiche-modifiee'
  | 'reponse-envoyee'
  | 'reponse-a-poster'
  | 'fiche-close'
  | 'courrier-saisi'
  | 'courrier-repondu'
  | 'courriers-importes'
  | 'mesures-calculees'
  | 'mesure-saisie'
  | 'mesure-retiree'
  | 'suspension-ajoutee'
  | 'suspension-retiree'
  | 'resultats-publies'
  | 'personne-effacee'
  | 'personne-gardee';

/** What is said on the page that one is sent to, by its code in the address: nothing else can be written there. */
const NOTICES: Readonly<Record<Notice, (count: number) => string>> = {
  'mot-de-passe': () => 'Votre mot de passe est changé. Vos autres sessions sont fermées.',
  'second-facteur-retire': () => 'Le second facteur est retiré. Vos autres sessions sont fermées.',
  'code-de-secours': (count) =>
    count === 0
      ? 'Vous avez employé le dernier code de secours : en tirer d’autres, ou poser un autre second facteur.'
      : `Vous avez employé un code de secours : il en reste ${String(count)}. Si le téléphone est perdu, poser un autre second facteur.`,
  'sessions-fermees': (count) =>
    count === 0
      ? 'Cette session était déjà fermée.'
      : `${counted(count, 'session est fermée', 'sessions sont fermées')}.`,
  deconnecte: () => 'Vous êtes déconnecté.',
  session: () => 'Votre session est terminée, ou n’est pas encore ouverte : connectez-vous.',
  'compte-modifie': () => 'Le compte est modifié.',
  'compte-desactive': () => 'Le compte est désactivé, et ses sessions sont fermées.',
  'compte-reactive': () => 'Le compte est réactivé.',
  'compte-sans-facteur': () => 'Le second facteur est retiré, et les sessions du compte sont fermées.',
  presence: () => 'C’est noté.',
  'rendez-vous-pris': () => 'Le rendez-vous est pris.',
  'rendez-vous-deplace': () =>
    'Le rendez-vous est déplacé : la personne reçoit la nouvelle date par courriel.',
  'rendez-vous-deplace-a-dire': () =>
    'Le rendez-vous est déplacé. Aucun courriel n’est connu : dire la nouvelle date à la personne.',
  'rendez-vous-annule': () =>
    'Le rendez-vous est annulé, et la personne en est prévenue si elle a donné une adresse.',
  'ouverture-ajoutee': () =>
    'L’ouverture est enregistrée. Le public voit ses créneaux peu à peu, dans les heures qui viennent.',
  reouverture: () => 'La fermeture est retirée : les créneaux de ces jours reviennent.',
  'fermeture-ajoutee': (count) =>
    count === 0
      ? 'La fermeture est enregistrée. Aucun rendez-vous n’était pris ces jours-là.'
      : `La fermeture est enregistrée. ${counted(count, 'rendez-vous reste pris', 'rendez-vous restent pris')} ces jours-là : prévenir les personnes, puis les déplacer ou les annuler un à un.`,
  'ouverture-close': (count) =>
    count === 0
      ? 'L’ouverture s’arrête à cette date.'
      : `L’ouverture s’arrête à cette date. ${counted(count, 'rendez-vous reste pris', 'rendez-vous restent pris')} au-delà : prévenir les personnes, puis les déplacer ou les annuler un à un.`,
  'ouverture-retiree': (count) =>
    count === 0
      ? 'L’ouverture exceptionnelle est retirée.'
      : `L’ouverture exceptionnelle est retirée. ${counted(count, 'rendez-vous y reste pris', 'rendez-vous y restent pris')} : prévenir les personnes, puis les déplacer ou les annuler un à un.`,
  'fiche-saisie': () => 'La fiche est enregistrée.',
  'fiche-modifiee': () => 'La fiche est modifiée.',
  'reponse-envoyee': () =>
    'La réponse est enregistrée. Elle part par courriel si la personne a donné une adresse.',
  'reponse-a-poster': () =>
    'La réponse est enregistrée. L’imprimer et l’envoyer par la poste : aucune adresse de courriel n’est connue.',
  'fiche-close': () => 'La fiche est close.',
  'courrier-saisi': () => 'Le courrier est enregistré.',
  'courrier-repondu': () => 'La réponse est notée.',
  'courriers-importes': (count) =>
    count === 0
      ? 'Tout était déjà là : rien n’a changé.'
      : `${counted(count, 'ligne est ajoutée ou mise à jour', 'lignes sont ajoutées ou mises à jour')}.`,
  'mesures-calculees': (count) =>
    count === 0
      ? 'Rien à calculer : les tableaux de suivi n’ont aucune ligne pour ce mois.'
      : `${counted(count, 'mesure est calculée', 'mesures sont calculées')} depuis les tableaux de suivi.`,
  'mesure-saisie': () => 'La mesure est enregistrée.',
  'mesure-retiree': () => 'La mesure est retirée.',
  'suspension-ajoutee': () => 'La suspension est enregistrée.',
  'suspension-retiree': () => 'La suspension est retirée.',
  'personne-effacee': (count) =>
    `${counted(count, 'ligne ne dit plus', 'lignes ne disent plus')} de qui il s’agit. Les sauvegardes les gardent trente jours au plus ; en restaurer une les efface à nouveau.`,
  'personne-gardee': (count) =>
    `Le reste est effacé. ${counted(count, 'fiche est gardée', 'fiches sont gardées')} jusqu’à la réponse, puis effacée${count > 1 ? 's' : ''} sept jours après : le dire à la personne.`,
  'resultats-publies': () => 'Les résultats sont publiés : le public les voit dès maintenant.',
};

/** The French sentence of a notice; undefined for what is none. */
export function noticeText(code: string | undefined, count: string | undefined): string | undefined {
  if (code === undefined || !Object.hasOwn(NOTICES, code)) return undefined;
  const number = /^\d{1,6}$/.test(count ?? '') ? Number(count) : 0;
  return typeset(NOTICES[code as Notice](number));
}
