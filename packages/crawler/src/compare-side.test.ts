import { expect, test } from 'vitest';
import { pageCheck, siteCheck, type Check } from './check.ts';
import { comparedAudit } from './compare-side.ts';
import type { Report } from './report.ts';
import { address, finding, report } from './reports/fixture.ts';

const SITE = 'https://www.exemple.gouv.fr';
const PAGE = `${SITE}/Contact`;
const codes = { fault: { items: [], severity: 'minor' as const, text: '' } };
const inHtml = pageCheck({ id: 'in-html', needs: 'html', codes, judge: () => [] });
const inBrowser = pageCheck({ id: 'in-browser', needs: 'rendered', codes, judge: () => [] });
const byKeyboard = pageCheck({
  ...{ id: 'by-keyboard', needs: 'html', looks: ['passes.keyboard'], codes, judge: () => [] },
});
const ofSite = siteCheck({ id: 'of-site', codes, project: () => null, judge: () => [] });
const CHECKS: readonly Check[] = [inHtml, inBrowser, byKeyboard, ofSite];

const compared = (partial: Partial<Report>): ReturnType<typeof comparedAudit> =>
  comparedAudit(report({ ignored: [], ...partial }), CHECKS);
const place = { selector: 'p', line: 3 };

test('what a defect takes to be seen is told by its check, or by a place without a line', () => {
  const seenIn = (check: string, where: Partial<typeof place>): string | undefined =>
    compared({ findings: [finding({ check, code: 'fault', where })] }).defects[0]?.seenIn;
  expect(seenIn('in-html', place)).toBe('html');
  expect(seenIn('in-html', {})).toBe('html');
  expect(seenIn('in-html', { selector: 'p' })).toBe('browser');
  expect(seenIn('in-browser', place)).toBe('browser');
  expect(seenIn('in-browser/rule', place)).toBe('browser');
  expect(seenIn('by-keyboard', place)).toBe('browser');
  expect(seenIn('of-site', {})).toBe('html');
});

test('what the audit could not do is no defect, and makes it blind', () => {
  const unsure = { outcome: 'cantTell', url: PAGE } as const;
  const { defects, blind, addresses } = compared({
    findings: [
      finding({ ...unsure, check: 'collection', code: 'look-broken', cause: 'sound keyboard' }),
      finding({ ...unsure, check: 'collection', code: 'facts-missing', cause: 'rendered timeout' }),
      finding({ ...unsure, check: 'in-html', code: 'check-crashed' }),
      finding({ ...unsure, check: 'of-site', code: 'check-crashed', url: SITE }),
    ],
    addresses: [address({ url: PAGE }), address({ url: `${SITE}/Demarches` })],
    sample: { read: 2, rendered: [PAGE, `${SITE}/Demarches`], method: 'structural', random: 0 },
  });
  expect(defects).toEqual([]);
  expect(blind).toEqual([
    ['by-keyboard', PAGE],
    ['in-html', PAGE],
    ['of-site', '*'],
  ]);
  expect(addresses.map(({ look }) => look)).toEqual(['read', 'whole']);
});

test('pages and documents are kept, and of all others what nothing is known of', () => {
  const kept = compared({
    addresses: [
      address({ url: '/lue' }),
      address({ url: '/budget', outcome: 'out_of_scope', reason: 'budget' }),
      address({ url: '/absente', outcome: 'gone', status: 404 }),
      address({ url: '/partie', outcome: 'redirected', finalUrl: '/lue' }),
      address({ url: '/autre', outcome: 'blocked', finalUrl: 'javascript:' }),
      address({ url: '/a.pdf', kind: 'document', outcome: 'not_html' }),
      address({ url: 'https://a.example/', kind: 'external' }),
      address({ url: 'https://b.example/', kind: 'external', outcome: 'network_error' }),
    ],
  }).addresses;
  expect(kept.map(({ url, look, to, isGone }) => [url, look, to ?? isGone])).toEqual([
    ['/lue', 'read', undefined],
    ['/budget', 'none', undefined],
    ['/absente', 'answered', true],
    ['/partie', 'answered', '/lue'],
    ['/autre', 'none', undefined],
    ['/a.pdf', 'answered', undefined],
    ['https://b.example/', 'none', undefined],
  ]);
});

test('it says when a budget left pages unread', () => {
  expect(compared({}).isPartial).toBe(false);
  expect(compared({ limits: [{ code: 'budget-pages', text: '' }] }).isPartial).toBe(true);
});

test('it survives JSON', () => {
  const made = compared({});
  expect(JSON.parse(JSON.stringify(made))).toEqual(made);
});

test('what a person set aside is there all the same, what they confirmed is there once', () => {
  const [defect] = report({ findings: [finding()] }).defects;
  if (!defect) throw new Error('no defect');
  const said = { reason: 'Vu.', expires: '2027-01-31', by: 'Camille', date: '2026-11-24' };
  const { defects } = compared({
    findings: [finding({ check: 'autre' })],
    marked: [
      { ...defect, ...said, opinion: 'accepted' },
      { ...defect, ...said, id: 'b', opinion: 'confirmed' },
    ],
  });
  expect(defects.map(({ check, isAside = false }) => [check, isAside])).toEqual([
    ['autre', false],
    [defect.check, true],
  ]);
  expect(defects[1]).not.toHaveProperty('opinion');
});
