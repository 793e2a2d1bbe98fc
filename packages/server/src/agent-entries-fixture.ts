import type { Desk, Fields } from './agent-fixture.ts';

/** A complaint told on the phone, as an agent enters it. */
export const complaintForm: Fields = {
  ...{ sorte: 'complaint', canal: 'phone', site: 'valmont', jour: '2026-11-24', theme: 'attente' },
  ...{ texte: 'Deux heures d’attente.', nom: 'Awa Exemple', courriel: 'awa@exemple.fr', adresse: '' },
};

/** Enters a complaint. @returns its reference */
export async function enterComplaint({ post }: Pick<Desk, 'post'>, over: Fields = {}): Promise<string> {
  const to = await post('/reclamations', { ...complaintForm, ...over });
  return /\/reclamations\/([A-Z0-9-]+)/.exec(to)?.[1] ?? '';
}

/** An e-mail of a month before, not answered. */
export const letterForm: Fields = {
  ...{ numero: '2026-00001', canal: 'email', site: 'valmont', service: 'titres', objet: 'Horaires' },
  ...{ recu: '2026-10-05', repondu: '', modele: '' },
};
