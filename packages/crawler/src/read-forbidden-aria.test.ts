import { expect, test } from 'vitest';
import { verdictOf } from './testing-read.ts';
import { ariaReferences } from './checks/aria-references.ts';

const judge = (html: string): string[] => verdictOf(ariaReferences, html);

test('a name that a text without a role has fails when it says other words', () => {
  const lost = ['failed', 'lost-name'];
  expect(judge('<p>Tarif : <span aria-label="86 euros, au lieu de 100">86 €</span></p>')).toEqual(lost);
  expect(judge('<p aria-label="Cinq étoiles">★★★★★</p>')).toEqual(lost);
  expect(judge('<div aria-label="Quatre sur cinq"><b>4</b>/5</div>')).toEqual(lost);
  expect(judge('<span aria-label="Ouvert">Ouvert le matin</span>')).toEqual(['passed']);
  expect(judge('<span aria-label=" ">Ouvert</span>')).toEqual(['passed']);
});

test('one of a block that holds other things loses no text, nor does one that is told all the same', () => {
  for (const html of [
    '<div aria-label="Horaires"><ul><li>Lundi</li></ul></div>',
    '<div aria-label="Horaires"><a href="/a">Lundi</a></div>',
    '<a href="/a"><span aria-label="Préfecture">Préf.</span></a>',
    '<div role="tab"><span aria-label="Préfecture">Préf.</span></div>',
    '<span tabindex="0" aria-label="Préfecture">Préf.</span>',
    '<span role="img" aria-label="Préfecture">Préf.</span>',
    '<span id="a" aria-label="Préfecture">Préf.</span><section aria-labelledby="a"></section>',
    '<span aria-label="Préfecture" hidden>Préf.</span>',
    '<span aria-label="Préfecture"></span>',
    '<span aria-label="Téléphone">\uE001</span>',
  ])
    expect([html, ...judge(html)]).toEqual([html, 'passed']);
});

test('the kind of what has no role fails', () => {
  const lost = ['failed', 'lost-role-description'];
  expect(judge('<div aria-roledescription="diapositive"><p>Texte</p></div>')).toEqual(lost);
  expect(judge('<p aria-braillelabel="Ouvert">Ouvert</p>')).toEqual(lost);
  expect(judge('<h2 role="none" aria-brailleroledescription="pavé">Ouvert</h2>')).toEqual(lost);
  for (const html of [
    '<div role="group" aria-roledescription="diapositive"><p>Texte</p></div>',
    '<p aria-roledescription="pavé">Texte</p>',
    '<h2 aria-braillelabel="Ouvert">Ouvert</h2>',
    '<div aria-roledescription="">Texte</div>',
  ])
    expect([html, ...judge(html)]).toEqual([html, 'passed']);
});
