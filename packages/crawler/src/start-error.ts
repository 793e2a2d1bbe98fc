import { QualeprefError } from '@qualepref/core';
import type { AuditFile } from './audit-file.ts';
import type { Fetched } from './fetch.ts';
import { outcomeText } from './outcome-text.ts';

/** The start address gave no page: says why, and what to do. */
export function unreachable(start: string, { outcome, reason, status }: Fetched): QualeprefError {
  if (reason === 'private') {
    return new QualeprefError(
      'private-address',
      `L’adresse de départ ${start} mène à une adresse privée du réseau : si c’est voulu, ajouter --allow-private.`,
    );
  }
  const advice =
    outcome === 'refused_by_robots'
      ? reason === 'robots-unreachable'
        ? 'réessayer plus tard, ou ajouter --ignore-robots-errors avec l’accord du propriétaire du site'
        : 'demander au propriétaire du site d’autoriser « qualepref » dans son fichier robots.txt'
      : 'vérifier l’adresse dans un navigateur, puis relancer la même commande';
  return new QualeprefError(
    'start-unreachable',
    `L’adresse de départ ${start} n’a pas donné de page (${outcomeText(outcome, reason, status)}) : ${advice}.`,
  );
}

/** The start address leads to another site. */
export function ledAway(start: string, file: AuditFile): QualeprefError {
  const location = [...file.addresses()].find(({ url }) => url === start)?.location ?? 'une autre adresse';
  return new QualeprefError(
    'start-unreachable',
    `L’adresse de départ ${start} mène à ${location}, et aucune page n’y a été lue : lancer l’audit sur cette adresse-là.`,
  );
}
