import { expect, test } from 'vitest';
import {
  accountWithPassword,
  browserOf,
  cookieOf,
  examplePassword,
  send,
  signedIn,
  visit,
  withCheapPasswords,
} from './agent-fixture.ts';
import { onEachEngine } from './engines-fixture.ts';

onEachEngine((trial) => {
  withCheapPasswords();
  const signIn = (identifiant: string, passe: string) => send(trial, '/connexion', { identifiant, passe });

  test('changing the password ends the other sessions, and this one goes on with a new cookie', async () => {
    const id = await accountWithPassword(trial);
    const [here, there] = [await browserOf(trial.world, id), await browserOf(trial.world, id)];
    const fields = {
      actuel: examplePassword,
      nouveau: 'hibou violet sous la pluie',
      encore: 'hibou violet sous la pluie',
    };
    expect((await send(trial, '/mot-de-passe', { ...fields, actuel: 'faux' }, here)).status).toBe(422);
    expect((await send(trial, '/mot-de-passe', { ...fields, encore: 'autre' }, here)).status).toBe(422);
    const response = await send(trial, '/mot-de-passe', fields, here);
    expect(response.headers.get('location')).toBe('/agents?fait=mot-de-passe');
    expect((await visit(trial, '/mot-de-passe', { cookie: cookieOf(response) })).status).toBe(200);
    for (const old of [here, there]) expect((await visit(trial, '/mot-de-passe', old)).status).toBe(303);
    expect((await signIn('camille', examplePassword)).status).toBe(403);
    expect((await signIn('camille', fields.nouveau)).status).toBe(303);
  });

  test('closing an account ends its sessions', async () => {
    const boss = await signedIn(trial, { role: 'administrator' });
    const signed = await signedIn(trial);
    await send(trial, `/comptes/${signed.agent.id}/etat`, { etat: 'desactive' }, boss);
    expect((await visit(trial, '/mot-de-passe', signed)).status).toBe(303);
  });

  test('the last administrator can’t be closed', async () => {
    const boss = await signedIn(trial, { role: 'administrator' });
    const response = await send(trial, `/comptes/${boss.agent.id}/etat`, { etat: 'desactive' }, boss);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('seul administrateur');
    expect((await visit(trial, '/comptes', boss)).status).toBe(200);
  });

  test('a password that was given is good for choosing another only', async () => {
    const boss = await signedIn(trial, { role: 'administrator' });
    const made = await send(
      trial,
      '/comptes',
      { identifiant: 'Dominique', nom: 'Dominique Exemple', role: 'agent', sites: 'rives' },
      boss,
    );
    const password = /class="key">([\w-]+)</.exec(await made.text())?.[1] ?? '';
    expect(password).toMatch(/^[a-z2-9]{4}(?:-[a-z2-9]{4}){3}$/);
    const cookie = cookieOf(await signIn('dominique', password));
    expect((await visit(trial, '/second-facteur', { cookie })).headers.get('location')).toBe(
      '/agents/mot-de-passe',
    );
    expect(await (await visit(trial, '/mot-de-passe', { cookie })).text()).toContain(
      'Choisir votre mot de passe',
    );
  });
});
