import type { AddressOutcome } from '@qualepref/crawler';
import type { Stage } from './fault.ts';

/** A site beside the audited one, linked from its start page. */
export interface OtherSite {
  readonly id: string;
  readonly address: (stage: Stage) => string;
  readonly outcomes: readonly AddressOutcome[];
}

/** Other sites: only their own address may be tried, and only where it is permitted. */
export const otherSites: readonly OtherSite[] = [
  { id: 'hosts/other', address: ({ other }) => `${other}/`, outcomes: ['out_of_scope', 'ok'] },
  {
    id: 'hosts/metadata',
    address: ({ privatePort }) => `http://127.0.0.2:${String(privatePort)}/latest/meta-data/`,
    outcomes: ['out_of_scope'],
  },
  {
    id: 'hosts/tls-expired',
    address: ({ expired }) => `${expired}/`,
    outcomes: ['network_error', 'out_of_scope'],
  },
  {
    id: 'hosts/tls-wrong-host',
    address: ({ wrongHost }) => `${wrongHost}/`,
    outcomes: ['network_error', 'out_of_scope'],
  },
  { id: 'hosts/closed', address: ({ closed }) => `${closed}/`, outcomes: ['network_error', 'out_of_scope'] },
];
