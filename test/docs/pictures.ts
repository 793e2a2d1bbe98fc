// npm run pictures: audits the demonstration site as of two quarters, and takes
// the pictures of the README and of the guide. A spreadsheet needs LibreOffice
// and Ghostscript; without them its picture is left as it is.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { qualepref } from '../command-line.ts';
import { writeAnnuaire } from '../site/annuaire.ts';
import { writeFeed } from '../site/feed.ts';
import { configYaml, serveSite, type ServedSite } from '../site/serve.ts';
import { buildSite } from '../site/site.ts';

const FOLDER = join(import.meta.dirname, '../../docs/images');
/** What is mended from one quarter to the next: every third page. */
const MENDED = 3;
/** The part of the sheet that is shown, in pixels, at 100 to the inch. */
const SHEET = { width: 1560, height: 520 };
/** A3, landscape: all columns that are printed stand on one page. */
const PRINTED =
  '<style:page-layout-properties fo:page-width="16.5in" fo:page-height="11.7in" style:print-orientation="landscape" fo:margin="0.2in" style:scale-to="80%"/>';

const work = mkdtempSync(join(tmpdir(), 'qualepref-'));
mkdirSync(FOLDER, { recursive: true });
try {
  await auditTwice();
  const executablePath = process.env['CHROMIUM_PATH'];
  const browser = await chromium.launch(executablePath ? { executablePath } : {});
  await takePictures(browser);
  await takeSheet(browser);
  await browser.close();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function auditTwice(): Promise<void> {
  const site = await serveSite({ variant: 'faulty' });
  writeFileSync(join(work, 'qualepref.yml'), configYaml(site.origin));
  const common = ['--allow-private', '--feed', await writeFeed(work), '--annuaire', writeAnnuaire(work)];
  await command('audit', '--campaign', '2026-T3', '--out', 'T3', ...common);
  await mend(site);
  await command(
    'audit',
    '--campaign',
    '2026-T4',
    '--out',
    'T4',
    '--since',
    'T3',
    '--format',
    'html,summary',
    ...common,
  );
  await command('grid', 'export', 'T4', '--out', 'grille.xlsx');
  await site.close();
}

/** Puts the sound version in the place of some faulty pages. */
async function mend(site: ServedSite): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const sound = await buildSite({ variant: 'clean', today, external: site.externalOrigin });
  const pages = [...sound.resources].filter(([path]) => site.resources.has(path));
  pages.forEach(([path, resource], index) => {
    if (index % MENDED === 0) site.resources.set(path, resource);
  });
}

async function command(...args: string[]): Promise<void> {
  console.error(`qualepref ${args.slice(0, 3).join(' ')}…`);
  const { code, stderr } = await qualepref(args, { cwd: work });
  if (code !== 0) throw new Error(stderr);
}

async function takePictures(browser: Browser): Promise<void> {
  await shoot(browser, 'report.html', 'report', { width: 1280, height: 940 });
  await shoot(browser, 'report.html', 'ce-qui-a-change', { width: 1100, height: 460 }, '#changements');
  await shoot(browser, 'report.html', 'defauts', { width: 1100, height: 620 }, '#defauts');
  await shoot(browser, 'report-summary.html', 'synthese', { width: 820, height: 640 });
}

/** One page of its own for each: one that is resized is painted at its first size. */
async function shoot(
  browser: Browser,
  file: string,
  name: string,
  viewport: { width: number; height: number },
  selector?: string,
): Promise<void> {
  // A wide one is shown smaller than it is.
  const page = await browser.newPage({ viewport, deviceScaleFactor: viewport.width > 1200 ? 0.75 : 1 });
  await page.goto(pathToFileURL(join(work, 'T4', file)).href);
  if (selector !== undefined)
    await page.locator(selector).evaluate(async (element) => {
      element.scrollIntoView();
      scrollBy(0, -20);
      // What was out of sight is laid out, and may move the rest.
      await new Promise((done) => setTimeout(done, 300));
      element.scrollIntoView();
      scrollBy(0, -20);
    });
  await page.screenshot({ path: place(`${name}.png`) });
  await page.close();
}

/** The top of the first sheet, as LibreOffice prints it. */
async function takeSheet(browser: Browser): Promise<void> {
  if (!convert('grille.xlsx', 'fods')) {
    missing('LibreOffice');
    return;
  }
  const flat = join(work, 'grille.fods');
  const layout = /<style:page-layout-properties fo:page-width[^>]*\/>/;
  writeFileSync(flat, readFileSync(flat, 'utf8').replace(layout, PRINTED));
  convert('grille.fods', 'pdf');
  const smooth = ['-dTextAlphaBits=4', '-dGraphicsAlphaBits=4'];
  const [from, to] = [join(work, 'grille.pdf'), join(work, 'grille.png')];
  const drawing = ['-q', '-dNOPAUSE', '-dBATCH', '-dLastPage=1', ...smooth, '-sDEVICE=png16m', '-r100'];
  if (!run('gs', [...drawing, `-sOutputFile=${to}`, from])) {
    missing('Ghostscript');
    return;
  }
  const page = await browser.newPage({ viewport: SHEET });
  const picture = readFileSync(to).toString('base64');
  await page.setContent(`<body style="margin:0"><img src="data:image/png;base64,${picture}">`);
  await page.screenshot({ path: place('grille.png') });
}

function convert(name: string, format: string): boolean {
  const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'libreoffice')).href}`;
  return run('soffice', [profile, '--headless', '--convert-to', format, '--outdir', work, join(work, name)]);
}

function missing(program: string): void {
  console.error(`${program} manque : l’image de la grille n’est pas refaite.`);
}

function run(name: string, args: readonly string[]): boolean {
  return spawnSync(name, args, { stdio: 'ignore' }).status === 0;
}

function place(name: string): string {
  return join(FOLDER, name);
}
