import type { Agent } from './access.ts';
import type { Db } from './store/database.ts';
import { insertJournal, type JournalLine } from './store/journal-store.ts';
import type { World } from './world.ts';

/** What is written down, as the journal tells it. */
export const journalActions = {
  'signed-in': 'connexion',
  'sign-in-refused': 'connexion refusée',
  'signed-out': 'déconnexion',
  'password-changed': 'mot de passe changé',
  'second-factor-set': 'second facteur posé',
  'second-factor-removed': 'second facteur retiré',
  'recovery-codes-drawn': 'codes de secours tirés',
  'recovery-code-used': 'code de secours employé',
  'sessions-ended': 'sessions fermées',
  'account-created': 'compte créé',
  'account-changed': 'compte modifié',
  'account-disabled': 'compte désactivé',
  'account-enabled': 'compte réactivé',
  'password-given': 'mot de passe provisoire donné',
  'appointment-booked': 'rendez-vous pris',
  'appointment-moved': 'rendez-vous déplacé',
  'appointment-cancelled': 'rendez-vous annulé',
  'attendance-told': 'présence notée',
  'opening-added': 'ouverture ajoutée',
  'opening-changed': 'ouverture modifiée',
  'feedback-entered': 'fiche saisie',
  'feedback-changed': 'fiche modifiée',
  'mail-entered': 'courrier saisi',
  'mail-answered': 'réponse notée',
  'mail-imported': 'courriers importés',
  'measurement-entered': 'mesure saisie',
  'measurement-computed': 'mesures calculées',
  'measurement-removed': 'mesure retirée',
  'suspension-added': 'suspension ajoutée',
  'suspension-removed': 'suspension retirée',
  'results-published': 'résultats publiés',
  'person-searched': 'personne recherchée',
  'person-exported': 'données données à la personne',
  'person-erased': 'données effacées à sa demande',
} as const;
/** Code of what was done. */
export type JournalAction = keyof typeof journalActions;

/**
 * Writes down what was done, within the transaction that does it.
 *
 * @param what kind and id of what was changed; details are counts, codes and ids, never a personal value
 */
export async function record(
  { now }: Pick<World, 'now'>,
  db: Db,
  agent: Pick<Agent, 'id'> | null,
  what: {
    readonly action: JournalAction;
    readonly object: string;
    readonly details?: JournalLine['details'];
  },
): Promise<void> {
  const { action, object, details = {} } = what;
  await insertJournal(db, { at: now(), account: agent?.id ?? null, action, object, details });
}
