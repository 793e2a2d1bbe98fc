import axe from 'axe-core';
import { axeBearings, rgaa, typeset } from '@qualepref/core';
import { expect, test } from 'vitest';
import { axeSentence } from './axe-sentence.ts';
import { axeLocale, type Sentences } from './render-locale.ts';
import { fold } from './text.ts';

const rules = axe.getRules();
const written = rules.flatMap(({ ruleId }) => axeSentence(ruleId) ?? []);
const ofRules = axeLocale()['rules'] as Readonly<Record<string, Sentences>>;

test('each of the 105 rules of axe-core has our sentence', () => {
  expect(rules).toHaveLength(105);
  expect(rules.filter(({ ruleId }) => axeSentence(ruleId) === undefined)).toEqual([]);
});

test('a rule that is not axe’s has none', () => {
  expect(axeSentence('toString')).toBeUndefined();
});

test('no sentence repeats axe’s own, nor another of ours', () => {
  const theirs = rules.flatMap(({ ruleId, help, description }) => [
    ...[help, description],
    ...Object.values(ofRules[ruleId] ?? {}).map(String),
  ]);
  const known = new Set(theirs.map(fold));
  expect(written.flatMap(({ what, how }) => [what, how]).filter((text) => known.has(fold(text)))).toEqual([]);
  expect(new Set(written.map(({ what }) => what)).size).toBe(105);
});

test('each part is French text as it is printed, and leaves the full stop to the message', () => {
  const parts = written.flatMap(({ what, who, how }) => [what, who, how]);
  expect(parts.filter((text) => /[.\s]$|\p{L}'|[^\u00a0][:;?!%»]( |$)|«[^\u00a0]/u.test(text))).toEqual([]);
  expect(parts.filter((text) => typeset(text) !== text)).toEqual([]);
  expect(written.filter(({ what }) => !/^[A-ZÀ-Ý]/u.test(what))).toEqual([]);
  expect(written.filter(({ who }) => !/^[a-zà-ÿ]/u.test(who))).toEqual([]);
});

test('every rule that a criterion cites is one of axe-core', () => {
  const known = new Set(rules.map(({ ruleId }) => ruleId));
  expect([...axeBearings().keys()].filter((rule) => !known.has(rule))).toEqual([]);
});

test('a rule of good practice, experimental or withdrawn proves no failure', () => {
  const soft = rules.filter(({ tags }) =>
    ['best-practice', 'experimental', 'deprecated'].some((tag) => tags.includes(tag)),
  );
  const bearings = axeBearings();
  const proving = soft.filter(({ ruleId }) => (bearings.get(ruleId)?.confirmed ?? []).length > 0);
  expect(proving.map(({ ruleId }) => ruleId)).toEqual([]);
});

test('axe’s own links to the RGAA are among ours', () => {
  const bearings = axeBearings();
  const lost = rules.flatMap(({ ruleId, tags }) =>
    tags
      .flatMap((tag) => /^RGAA-(\d+\.\d+)\.\d+$/.exec(tag)?.[1] ?? [])
      .filter((id) => {
        const { confirmed = [], review = [] } = bearings.get(ruleId) ?? {};
        return !confirmed.includes(id) && !review.includes(id);
      })
      .map((id) => `${ruleId} ${id}`),
  );
  expect(lost).toEqual([]);
  expect(rgaa.criteria.filter(({ axe: { confirmed } }) => confirmed.length > 0).length).toBeGreaterThan(25);
});
