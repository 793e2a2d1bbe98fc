import { isSameName, phoneEnd } from './person-key.ts';
import type { Db } from './store/database.ts';
import { candidates, type FoundRows } from './store/person-search-store.ts';

/** What an agent knows of somebody who left no e-mail address. */
export interface KnownOfPerson {
  readonly name: string;
  readonly phone?: string | undefined;
  /** ISO day of their appointment, or on which their message was received. */
  readonly day?: string | undefined;
  readonly reference?: string | undefined;
}

/** How somebody proved who they are before what is kept of them was given or erased. */
export const identityProofs = {
  desk: 'pièce d’identité montrée au guichet',
  copy: 'copie d’une pièce d’identité, détruite une fois vue',
  'call-back': 'rappel au numéro gardé ici',
  letter: 'réponse à un courrier envoyé à l’adresse gardée ici',
} as const;
/** Code of one of them. */
export type IdentityProof = keyof typeof identityProofs;

/**
 * The appointments and messages that name somebody and fit something else that
 * is known of them: a name alone finds nothing, since people share names.
 */
export async function findPerson(db: Db, { name, phone, day, reference }: KnownOfPerson): Promise<FoundRows> {
  const end = phone === undefined ? '' : phoneEnd(phone);
  const { appointments, feedback } = await candidates(db, {
    ...(end === '' ? {} : { phoneEnd: end }),
    ...(day === undefined ? {} : { day }),
    ...(reference === undefined ? {} : { reference }),
  });
  const isTheirs = (row: { readonly name: string }): boolean => isSameName(name, row.name);
  return { appointments: appointments.filter(isTheirs), feedback: feedback.filter(isTheirs) };
}
