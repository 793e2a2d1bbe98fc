import { expect, test } from 'vitest';
import { createAddressing } from './address.ts';

const HOME = 'https://www.haute-brume.gouv.fr';
const addressing = createAddressing({
  address: HOME,
  servedBy: 'http://127.0.0.1:8000',
  aliases: ['https://haute-brume-recette.example'],
});
const canonical = (href: string, base = `${HOME}/Demarches/Etrangers`): string | null =>
  addressing.canonical(href, base);

test.each([
  'http://www.haute-brume.gouv.fr/Publications',
  'https://haute-brume.gouv.fr/Publications',
  'https://www.haute-brume.pref.gouv.fr/Publications',
  'http://haute-brume.pref.gouv.fr/Publications',
  'https://WWW.Haute-Brume.gouv.fr:443/Publications',
  'https://www.haute-brume.gouv.fr./Publications',
  'https://haute-brume-recette.example/Publications',
  'http://127.0.0.1:8000/Publications',
  'https://lea:secret@www.haute-brume.gouv.fr/Publications',
])('%s is named under the public address', (href) => {
  expect(canonical(href)).toBe(`${HOME}/Publications`);
});

test('a site known under its old host knows its new one', () => {
  const old = createAddressing({ address: 'http://www.haute-brume.pref.gouv.fr', aliases: [] });
  expect(old.canonical('https://haute-brume.gouv.fr/a', HOME)).toBe('http://www.haute-brume.pref.gouv.fr/a');
});

test('another port, a subdomain and a look-alike are other sites', () => {
  for (const href of [
    'http://127.0.0.1:8001/',
    'https://rdv.haute-brume.gouv.fr/',
    'https://haute-brume.gouv.fr.evil.fr/',
  ]) {
    expect(addressing.kindOf(canonical(href) ?? '')).toBe('external');
  }
});

test.each([
  ['/index.php/Publications', '/Publications'],
  ['/index.php', '/'],
  ['/index.php-notes', '/index.php-notes'],
  ['/layout/set/print/Publications', '/Publications'],
  ['/index.php/layout/set/print', '/'],
  ['/Publications/', '/Publications/'],
  ['/', '/'],
  ['//www.haute-brume.gouv.fr//Publications///RAA', '/Publications/RAA'],
  ['/Publications/./2026/../RAA', '/Publications/RAA'],
  ['RAA', '/Demarches/RAA'],
  ['/Publications?', '/Publications'],
  ['/Publications#N20306', '/Publications'],
  ['/Publications?utm_source=x&page=2&at_medium=y&xtor=z&fbclid=1&gclid=2&mc_cid=3', '/Publications?page=2'],
  ['/Publications;jsessionid=0A1B', '/Publications'],
  ['/Publications?PHPSESSID=abc&eZSESSIDpublic=def', '/Publications'],
  ['/Publications?sid=4f5e6d7c8b9a0f1e', '/Publications'],
  ['/Publications?sid=12', '/Publications?sid=12'],
  ['/Page?xml=F1342', '/Page?xml=F1342'],
  ['/Publications/(offset)/0', '/Publications'],
  ['/Publications/(offset)/0/(sort)/date', '/Publications/(sort)/date'],
  ['/Publications/%28offset%29/10', '/Publications/(offset)/10'],
  ['/D%c3%a9marches', '/D%C3%A9marches'],
  ['/Démarches', '/D%C3%A9marches'],
  ['/%7Emairie/%41rr%C3%AAt%C3%A9', '/~mairie/Arr%C3%AAt%C3%A9'],
  ['/a|b', '/a%7Cb'],
  ['/a%2Fb', '/a%2Fb'],
  ['\t/Publi\ncations ', '/Publications'],
])('%s is canonically %s', (href, expected) => {
  expect(canonical(href)).toBe(`${HOME}${expected}`);
});

test('a hash-bang view keeps its name, and is asked for without it', () => {
  const view = canonical('/Particuliers#!/Particuliers/page/N358');
  expect(view).toBe(`${HOME}/Particuliers#!/Particuliers/page/N358`);
  expect(addressing.fetchable(view ?? '')).toBe(`${HOME}/Particuliers`);
  expect(canonical('/Particuliers#!/')).toBe(`${HOME}/Particuliers`);
});

test('another site keeps its spelling; only fragment and credentials go', () => {
  expect(canonical('https://a:b@autre.fr//x/?utm_source=y#z')).toBe('https://autre.fr//x/?utm_source=y');
});

test('what cannot be asked has no canonical address', () => {
  for (const href of [
    'http://',
    'https://[oups',
    'javascript:void(0)',
    'mailto:a@b.fr',
    'file:///etc/passwd',
    'data:,x',
  ]) {
    expect(canonical(href)).toBeNull();
  }
});

test('an address of 8,000 characters is asked, a longer one is not', () => {
  const longest = `/${'a'.repeat(7_999 - HOME.length)}`;
  expect(canonical(longest)).toBe(`${HOME}${longest}`);
  expect(canonical(`${longest}a`)).toBeNull();
});

test('an address that is canonical stays as it is', () => {
  for (const path of [
    '/',
    '/D%C3%A9marches/(offset)/10',
    '/a%20b/N%C2%B03.pdf?x=%C3%A9&y=1',
    '/p#!/page/F1',
  ]) {
    expect(canonical(`${HOME}${path}`)).toBe(`${HOME}${path}`);
  }
});

test('files are documents by their ending or by the folder of downloads', () => {
  const kindOf = (path: string): string => addressing.kindOf(`${HOME}${path}`);
  for (const path of [
    '/a.PDF',
    '/a.pdf.pdf',
    '/a.odt',
    '/photo.jpg',
    '/contenu/telechargement/12/34/file/x',
    '/content/download/1/2',
  ]) {
    expect(kindOf(path)).toBe('document');
  }
  for (const path of ['/', '/a.html', '/Loi-2015.912', '/pdf', '/contenu']) expect(kindOf(path)).toBe('page');
});

test('pagers and sortings are views of the address before them', () => {
  expect(addressing.viewOf(`${HOME}/RAA/(offset)/10/(sort)/date`)).toBe(`${HOME}/RAA`);
  expect(addressing.viewOf(`${HOME}/(offset)/10`)).toBe(`${HOME}/`);
  expect(addressing.viewOf(`${HOME}/RAA/(offset)`)).toBeNull();
  expect(addressing.viewOf(`${HOME}/RAA`)).toBeNull();
});

test.each([
  ['/booking/create/4711', false],
  ['/booking/create/4711/', true],
  ['/booking/create', true],
  ['/booking/create/4711?etape=1', true],
  ['/booking/create/4711/0', true],
  ['/booking/confirm/4711', true],
  ['/ezjscore/call/bookingserver::planning::assign::1::2::3', true],
  ['/rdvpref/reservation/demarche/4711/cgu', true],
  ['/rdvpref/reservation/demarche/4711/creneau', true],
  ['/user/logout', true],
  ['/user/login', true],
  ['/recherche?SearchText=passeport', true],
  ['/content/search?q=x', true],
  ['/Prendre-un-rendez-vous', false],
  ['/Recherche', false],
  ['/Demarches/Creneaux-de-rendez-vous', false],
  ['/Outils/CGU', false],
  ['/Actualites/Connexion-internet', false],
])('%s is never asked: %s', (path, expected) => {
  expect(addressing.neverAsked(`${HOME}${path}`)).toBe(expected);
});
