const plural: Intl.PluralRules = new Intl.PluralRules('fr');

/** What is said of slots, and of what is booked elsewhere, in French; the other languages have the same keys. */
export const fr = {
  view: 'Présentation des créneaux',
  week: 'Par semaine',
  month: 'Par mois',
  earlier: 'Jours précédents',
  later: 'Jours suivants',
  monthBefore: 'Mois précédent',
  monthAfter: 'Mois suivant',
  range: (from: string, to: string): string => `Du ${from} au ${to}`,
  slots: (count: number): string =>
    plural.select(count) === 'one' ? `${String(count)} créneau libre` : `${String(count)} créneaux libres`,
  noSlot: 'Pas de disponibilité',
  gridHelp: 'Les flèches du clavier changent de jour, Page précédente et Page suivante changent de mois.',
  pickDay: 'Choisissez un jour pour en voir les heures.',
  firstFree: 'Prochain créneau libre',
  take: 'Choisir ce créneau',
  zone: (site: string): string => `Les heures sont celles de l’horloge sur place (${site}).`,
  chooseSlot: 'Choisissez une heure pour continuer.',
  full: 'Aucun créneau n’est libre en ce moment.',
  fullHelp:
    'Des créneaux se libèrent et d’autres s’ouvrent chaque jour\u00a0: vous pouvez revenir plus tard, ou utiliser un autre moyen. N’achetez jamais un rendez-vous.',
  refresh: 'Chercher à nouveau',
  official: 'Le rendez-vous se prend sur le service national de rendez-vous de l’État.',
  officialLink: 'Aller sur le service national de rendez-vous',
  convocation:
    'Pour cette démarche, vous recevez une convocation\u00a0: il n’y a pas de rendez-vous à prendre.',
  byMail:
    'Cette démarche se fait par courrier ou par téléphone\u00a0: il n’y a pas de rendez-vous à prendre.',
  notices: {
    taken:
      'Ce créneau vient d’être pris par une autre personne. Choisissez-en un autre\u00a0: ce que vous avez écrit est conservé.',
    closed: 'Ce créneau ne peut plus être réservé. Choisissez-en un autre.',
    expired:
      'Le créneau n’était plus réservé. Choisissez-le à nouveau, ou un autre\u00a0: ce que vous avez écrit est conservé.',
  },
  refusedAlone: 'Cette démarche ne peut pas être proposée en ligne pour le moment.',
  misconfigured: 'Configuration à corriger (pour le service web)',
};

/** The texts of the choice of a slot. */
export type SlotTexts = typeof fr;
