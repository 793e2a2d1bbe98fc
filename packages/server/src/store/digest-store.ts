import type { MailEntry } from '@qualepref/core';
import type { Db } from './database.ts';
import type { AccountRole } from './tables.ts';

/** An account that may be told what falls due. */
export interface DigestAccount {
  readonly login: string;
  readonly role: AccountRole;
  /** Empty stands for all. */
  readonly sites: readonly string[];
  readonly service: string | null;
}

/** Accounts in use. */
export async function digestAccounts(db: Db): Promise<readonly DigestAccount[]> {
  return db
    .selectFrom('account')
    .select(['login', 'role', 'sites', 'service'])
    .where('is_disabled', '=', false)
    .orderBy('login')
    .execute();
}

/** Lines of the correspondence log: those without an answer, or those received between two ISO days. */
export async function mailEntries(
  db: Db,
  which: 'open' | { readonly from: string; readonly to: string },
): Promise<MailEntry[]> {
  const all = db.selectFrom('mail_entry').selectAll();
  const rows = await (
    which === 'open'
      ? all.where('answered_on', 'is', null)
      : all.where('received_on', '>=', which.from).where('received_on', '<=', which.to)
  ).execute();
  return rows.map(({ id, channel, site, service, subject, ...row }) => ({
    ...{ id, channel, site, service, subject },
    receivedOn: row.received_on,
    answeredOn: row.answered_on ?? undefined,
    template: row.template ?? undefined,
  }));
}
