import { expect, test } from 'vitest';
import { read } from './testing-read.ts';

const searchOf = (body: string): unknown => read(`<body>${body}</body>`).searchForm;

test('a search form is read with where its words go', () => {
  expect(
    searchOf(
      '<form role="search" action="/recherche#haut"><input type="hidden" name="section" value="2"><input type="search" name="SearchText"></form>',
    ),
  ).toEqual({
    method: 'get',
    action: 'https://www.exemple.gouv.fr/recherche',
    field: 'SearchText',
    hidden: [['section', '2']],
  });
});

test('a form without an action is sent to its page, and may be sent by POST', () => {
  expect(searchOf('<form method="POST" class="search"><input name="q"></form>')).toMatchObject({
    ...{ method: 'post', action: 'https://www.exemple.gouv.fr/Demarches/Passeport', field: 'q' },
  });
});

test('other forms, and fields without a name, search nothing', () => {
  for (const form of [
    '<form action="/Contact"><input name="nom"></form>',
    '<form role="search"><input type="search"></form>',
    '<form role="search" action="javascript:go()"><input type="search" name="q"></form>',
    '<p>Recherche</p>',
  ])
    expect(searchOf(form), form).toBeUndefined();
});
