import { expect, test } from 'vitest';
import type { AxeNode } from './axe-facts.ts';
import { axeNode, type RawNode } from './render-node.ts';

const node = (partial: Partial<RawNode>, component = 'html.js'): AxeNode =>
  axeNode({ target: [':root'], html: '<p>Texte</p>', summary: '', ...partial }, { zone: 'body', component });

test('a selector goes through frames and shadow trees', () => {
  expect(node({ target: ['#carte', ['#hote', 'img']] }, 'iframe')).toMatchObject({
    selector: '#carte >>> #hote >>> img',
    component: 'iframe',
  });
});

test('the root stands for the html element only', () => {
  expect(node({ html: '<html class="js" lang="">' })).toMatchObject({
    selector: ':root',
    component: 'html.js',
  });
  expect(
    node({ html: '<a href="/x" class="lien  externe lien"><b class="gras">Texte</b></a>' }),
  ).toMatchObject({
    selector: '',
    component: 'a.externe.lien',
  });
  expect(node({ html: '<br>' })).toMatchObject({ selector: '', component: 'br' });
});

test('an element without a class does not take the classes of what it contains', () => {
  expect(node({ html: '<p id="a"><b class="gras">Texte</b></p>' }).component).toBe('p');
  expect(node({ html: '<p title="1 > 0" class="calcul">Texte</p>' }).component).toBe('p.calcul');
});

test('a root in a frame is as little a place', () => {
  expect(node({ target: ['#carte', ':root'] }, 'iframe')).toMatchObject({ selector: '', component: 'p' });
});
