import { beforeAll, expect, test } from 'vitest';
import { askExample, examplesOf, LET_IN, nameOf, type Example } from './agent-examples-fixture.ts';
import { send, signedIn, visit } from './agent-fixture.ts';
import { objectsOf, OBJECTS_WORD, type AgentObjects } from './agent-objects-fixture.ts';
import { agentRoutes } from './agent-routes.ts';
import { emptyServer } from './engines-fixture.ts';
import { exampleConfig, type Trial } from './testing.ts';

let trial: Trial;
let objects: AgentObjects;
beforeAll(async () => {
  // A service that nothing at Valmont is given to.
  const archives = exampleConfig.services.slice(0, 1).map((service) => ({ ...service, id: 'archives' }));
  const services = [...exampleConfig.services, ...archives];
  trial = await emptyServer({ config: { ...exampleConfig, services } });
  objects = await objectsOf(trial.world, 'valmont');
}, 60_000);

/** All of what the examples are about, as it is kept. */
async function kept(): Promise<string> {
  const { db } = trial.world.store;
  const { appointment, rule, feedback, mail } = objects;
  return JSON.stringify([
    await db.selectFrom('appointment').selectAll().where('id', '=', appointment).execute(),
    await db.selectFrom('opening_rule').selectAll().where('id', '=', rule).execute(),
    await db.selectFrom('feedback').selectAll().where('reference', '=', feedback).execute(),
    await db.selectFrom('mail_entry').selectAll().where('id', '=', mail).execute(),
  ]);
}

/** Who has nothing to do with what is at Valmont, whatever their role. */
const strangers = [
  { of: 'another site', sites: ['rives'], service: null },
  { of: 'another service', sites: [], service: 'archives' },
  { of: 'another service of the same site', sites: ['valmont'], service: 'archives' },
];

/** Whether what bounds somebody keeps them from what an example is about, rather than from seeing it in a list. */
function isKeptOut({ sites, service }: (typeof strangers)[number], { bounds = [] }: Example): boolean {
  const isElsewhere = sites.length > 0 && !sites.includes('valmont');
  return (
    (isElsewhere && bounds.includes('site')) ||
    (sites.length > 0 && bounds.includes('whole')) ||
    (service !== null && bounds.includes('service'))
  );
}

test.each(strangers)(
  'to an agent of $of no route shows, changes or admits what is not theirs',
  { timeout: 120_000 },
  async (stranger) => {
    const { sites, service } = stranger;
    const examples = examplesOf(objects, (await signedIn(trial, { role: 'reader' })).agent.id);
    const secrets = [OBJECTS_WORD, ...Object.values(objects)];
    const before = await kept();
    const wrong: string[] = [];
    for (const route of agentRoutes)
      for (const role of route.roles) {
        const example = examples[nameOf(route)];
        if (!example) continue;
        // Whoever gives accounts is of everywhere, and sees nothing of people.
        const signed = await signedIn(trial, role === 'administrator' ? { role } : { role, sites, service });
        await trial.world.store.db.deleteFrom('rate').execute();
        const name = `${nameOf(route)} for ${role}`;
        const expected = role !== 'administrator' && isKeptOut(stranger, example) ? [404] : LET_IN;
        const response = await askExample(trial, route, example, signed);
        if (!expected.includes(response.status)) wrong.push(`${name}: ${String(response.status)}`);
        const answers = [response];
        // A list without its filter shows all that one has.
        if (route.method === 'get' && example.path.includes('?'))
          answers.push(await visit(trial, example.path.replace(/\?.*/, ''), signed));
        for (const answer of answers) {
          const said = (answer.headers.get('location') ?? '') + (await answer.text());
          if (secrets.some((secret) => said.includes(secret))) wrong.push(`${name} tells`);
        }
      }
    expect(wrong).toEqual([]);
    expect(await kept()).toBe(before);
    const lines = await trial.world.store.db.selectFrom('journal').select('object').execute();
    for (const id of Object.values(objects))
      expect(lines.map(({ object }) => object).join()).not.toContain(id);
  },
);

test('who closes days of a site, or counts it, does so for their own service only', async () => {
  const archivist = await signedIn(trial, { role: 'referent', service: 'archives' });
  const before = await kept();
  const days = { site: 'valmont', demarche: '', du: '2026-11-26', au: '2026-11-30', motif: 'inventaire' };
  const response = await send(trial, '/ouvertures/fermeture', days, archivist);
  expect(response.headers.get('location')).toContain('nombre=0');
  expect(await kept()).toBe(before);
});
