import { writeFileSync } from 'node:fs';
import { pageOf, pages } from './pages.ts';

for (const name of Object.keys(pages)) {
  const { path, text } = pageOf(name);
  writeFileSync(path, text);
  console.log(path);
}
