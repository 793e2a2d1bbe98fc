// npm start: serves the demonstration site with the real server behind its
// widgets, audits the site with the real command line, says where everything
// is, and keeps serving. With --once it ends there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { writeAnnuaire } from './annuaire.ts';
import { writeFeed } from './feed.ts';
import { startDesk } from './real-desk.ts';
import { configYaml, serveSite } from './serve.ts';

const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
const root = join(import.meta.dirname, '..', '..');
const out = join(root, 'qualepref-demo');
const config = join(out, 'qualepref.yml');

mkdirSync(out, { recursive: true });
const desk = await startDesk(out);
const site = await serveSite({ variant: 'faulty', service: desk.origin });
await desk.open(site.origin);
writeFileSync(config, configYaml(site.origin));
const feed = await writeFeed(out);
const annuaire = writeAnnuaire(out);
console.log(`Site fictif de démonstration : ${site.origin}/`);
console.log('Ses pages qui montrent les composants :');
for (const path of ['/Prendre-un-rendez-vous', '/Contact', '/Qualite/Resultats'])
  console.log(`  ${site.origin}${path}`);
console.log('Les mêmes composants, en pages hébergées par le serveur :');
for (const path of ['/rendez-vous', '/reclamations', '/resultats']) console.log(`  ${desk.origin}${path}`);
console.log(`L’API, décrite : ${desk.origin}/api/v1/`);
console.log(`Les pages des agents : ${desk.origin}/agents`);
for (const { login, role, password, recoveryCodes } of desk.accounts) {
  console.log(`  ${login} (${role}) : ${password}`);
  if (recoveryCodes)
    console.log(`    et un de ces codes, bons une fois chacun : ${recoveryCodes.slice(0, 3).join(', ')}`);
}
console.log(`Les courriels envoyés sont dans ${desk.mails}`);

const audit = spawn(
  process.execPath,
  [
    ...process.execArgv,
    join(root, 'packages', 'crawler', 'src', 'cli.ts'),
    ...['audit', '--config', config, '--out', out, '--allow-private', '--new'],
    ...['--feed', feed, '--annuaire', annuaire],
  ],
  { stdio: 'inherit' },
);
// The audit alone decides when it stops; a terminal sends ctrl-C to it by itself.
process.on('SIGINT', () => process.stdin.isTTY || audit.kill('SIGINT'));
process.on('SIGTERM', () => audit.kill('SIGTERM'));
const [code] = (await once(audit, 'exit')) as [number | null];

const close = (): Promise<unknown> => Promise.all([site.close(), desk.close()]);
if (code !== 0 || values.once) {
  await close();
  process.exit(code ?? 1);
}

const report = join(out, 'report.html');
console.log(`
Le rapport est prêt : ${report}
${pathToFileURL(report).href}
Le site et le serveur restent ouverts, le site à l’adresse ${site.origin}/ : ctrl-C pour les arrêter.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    void close().then(() => process.exit(0));
  });
}
