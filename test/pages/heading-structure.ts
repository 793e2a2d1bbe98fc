import { casesOf, type Case } from './case.ts';

const TEXT =
  '<p>La demande se fait en ligne, et la préfecture l’examine dans les deux mois qui suivent son dépôt.</p>';

export const headingStructure: readonly Case[] = casesOf('heading-structure', '9.1', {
  failed: [
    { title: 'an empty heading', body: `<h2></h2>${TEXT}` },
    { title: 'a heading that holds a decoration only', body: `<h2><img src="data:," alt=""></h2>${TEXT}` },
    { title: 'a heading that says « Titre »', body: `<h2>Titre</h2>${TEXT}` },
    { title: 'a heading that says its level', body: `<h2>Heading 2</h2>${TEXT}` },
    { title: 'a heading of dashes', body: `<h2>- - -</h2>${TEXT}` },
    {
      title: 'a large line in bold',
      body: `<p style="font-size: 24px"><strong>Pièces à fournir</strong></p>${TEXT}`,
    },
    { title: 'a very large line', body: `<div style="font-size: 30px">Pièces à fournir</div>${TEXT}` },
    {
      title: 'two lines in bold, each above its text',
      body: `<p><b>Pièces à fournir</b></p>${TEXT}<p><b>Délais</b></p>${TEXT}`,
    },
  ],
  passed: [
    {
      title: 'the numbered title of a table, in another language',
      body: `<p lang="es" style="font-size: 1.6em"><strong>Tabla 2. Horarios de las oficinas</strong></p><div><table><tr><th scope="col">Sitio</th><th scope="col">Horario</th></tr><tr><td>Arles</td><td>de las nueve a las doce</td></tr><tr><td>Istres</td><td>de las diez a las doce, y de las catorce a las diecisiete, salvo los viernes, los días festivos y todo el mes de agosto</td></tr></table></div>`,
    },
    { title: 'headings that tell', body: `<h2>Pièces à fournir</h2>${TEXT}<h3>Photographies</h3>${TEXT}` },
    { title: 'an empty heading that is hidden', body: `<h2 hidden></h2>${TEXT}` },
    {
      title: 'an image that tells, in a heading',
      body: `<h2><img src="data:," alt="Pièces à fournir"></h2>${TEXT}`,
    },
    { title: 'a sentence in bold', body: `<p><strong>La demande est gratuite.</strong></p>${TEXT}` },
    {
      title: 'a word in bold in a sentence',
      body: `<p><strong>Attention</strong>, la demande est gratuite et se fait en ligne.</p>${TEXT}`,
    },
    { title: 'a level skipped', body: `<h3>Pièces à fournir</h3>${TEXT}` },
    {
      title: 'a large line that a role makes a heading',
      body: `<p role="heading" aria-level="2" style="font-size: 30px">Pièces à fournir</p>${TEXT}`,
    },
    {
      title: 'a page all in bold',
      body: `<div style="font-weight: bold"><p>Pièces à fournir</p>${TEXT}</div>`,
    },
    {
      title: 'the caption of a figure in bold',
      body: `<figure role="figure" aria-label="La façade"><figcaption><b>La façade</b></figcaption></figure>${TEXT}`,
    },
  ],
  doubt: [
    { title: 'one line in bold above a text', body: `<p><b>Pièces à fournir</b></p>${TEXT}` },
    { title: 'a heading that nothing follows', body: `<h2>Pièces à fournir</h2><h2>Délais</h2>${TEXT}` },
  ],
});
