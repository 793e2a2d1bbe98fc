import { casesOf, type Case } from './case.ts';

/** A plan of the département, whose zones are links. */
const plan = (
  areas: string,
  image = '<img src="plan.png" alt="Plan des arrondissements" usemap="#m">',
): string => `${image}<map name="m">${areas}</map>`;
const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const files = { 'plan.png': PNG };
const ZONE = 'shape="rect" coords="0,0,60,60"';

/** Zones of images that are links. */
export const imageMaps: readonly Case[] = [
  ...casesOf('axe', '1.1', {
    failed: [
      {
        title: 'a zone that leads somewhere, without an alternative',
        body: plan(`<area ${ZONE} href="/nord">`),
        files,
      },
      {
        title: 'a zone that leads somewhere, of an empty alternative',
        body: plan(`<area ${ZONE} href="/nord" alt="">`),
        files,
      },
    ],
    passed: [
      {
        title: 'zones that are named',
        body: plan(`<area ${ZONE} href="/nord" alt="Arrondissement du nord">`),
        files,
      },
      {
        title: 'a zone named by its label',
        body: plan(`<area ${ZONE} href="/nord" alt="" aria-label="Arrondissement du nord">`),
        files,
      },
      {
        title: 'a zone named by its title',
        body: plan(`<area ${ZONE} href="/nord" title="Arrondissement du nord">`),
        files,
      },
      { title: 'a zone that leads nowhere', body: plan(`<area ${ZONE} alt="">`), files },
    ],
    doubt: [
      {
        title: 'a picture whose zones only the server knows',
        body: '<a href="/plan"><img src="plan.png" alt="Plan des arrondissements" width="200" height="100" ismap></a>',
        files,
      },
    ],
  }),
  ...casesOf('alt-quality', '1.3', {
    failed: [
      {
        title: 'a zone named after a file',
        body: plan(`<area ${ZONE} href="/nord" alt="zone_nord.png">`),
        files,
      },
    ],
  }),
];
