import { createAccount } from './account.ts';
import { renewRecoveryCodes } from './recovery-code.ts';
import { drawKey, isFactorImposed } from './second-factor.ts';
import { setSecondFactor } from './store/account-store.ts';
import type { Tx } from './store/database.ts';
import type { AccountRole } from './store/account-tables.ts';
import { seal } from './token.ts';
import type { World } from './world.ts';

/** Who can sign in to the demonstration; the passwords are on the screen of whoever started it. */
export interface DemoAccount {
  readonly login: string;
  readonly role: AccountRole;
  readonly password: string;
  /** What it is asked for besides, where that is imposed. */
  readonly factor?: { readonly key: string; readonly recoveryCodes: readonly string[] };
}

const ACCOUNTS: readonly { readonly login: string; readonly name: string; readonly role: AccountRole }[] = [
  { login: 'qualite', name: 'Aline Vauquelin-Fictive', role: 'quality-manager' },
  { login: 'accueil', name: 'Sacha Fictif', role: 'agent' },
  { login: 'administration', name: 'Dominique Fictif', role: 'administrator' },
];

/** Makes an account of each role that a visitor tries. */
export async function makeAccounts(
  world: World,
  password: string,
): Promise<readonly (DemoAccount & { readonly id: string })[]> {
  const made: (DemoAccount & { readonly id: string })[] = [];
  for (const account of ACCOUNTS)
    await world.store.db.transaction().execute(async (tx) => {
      const given = { ...account, sites: [], service: null, password, mustChange: false };
      const id = await createAccount(world, tx, given, null);
      const { login, role } = account;
      const isImposed = isFactorImposed(world.settings.server, role);
      made.push({
        id,
        login,
        role,
        password,
        ...(isImposed ? { factor: await drawFactor(world, tx, id) } : {}),
      });
    });
  return made;
}

/** Whoever tries the demonstration may have no telephone at hand: the recovery codes will do. */
async function drawFactor(
  world: World,
  tx: Tx,
  account: string,
): Promise<NonNullable<DemoAccount['factor']>> {
  const key = drawKey();
  await setSecondFactor(tx, account, seal(world.settings.secret, key));
  return { key, recoveryCodes: await renewRecoveryCodes(tx, account) };
}
