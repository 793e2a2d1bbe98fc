// Serves a faultless generated site from a process of its own, so that its work
// counts for nobody, and prints its address. Pages are made beforehand.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generatedSite, type GeneratedFile } from './generated-site.ts';

const [count = '100', seed = 'banc'] = process.argv.slice(2);
const site = generatedSite({ pages: Number(count), seed, faultless: true });
const files = new Map<string, GeneratedFile>();
for (const path of site.pages) {
  const file = site.file(path);
  if (file) files.set(path, file);
}
const server = createServer(({ url = '/' }, response) => {
  const file = files.get(url);
  if (file) response.writeHead(200, { 'content-type': file.type }).end(file.body);
  else response.writeHead(404).end();
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}\n`);
});
