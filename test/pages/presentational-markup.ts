import { casesOf, type Case } from './case.ts';

const TEXT = '<p>La demande se fait en ligne.</p>';

export const presentationalMarkup: readonly Case[] = [
  ...casesOf('presentational-markup', '8.9', {
    failed: [
      { title: 'an empty paragraph for room', body: `${TEXT}<p>&nbsp;</p>${TEXT}` },
      {
        title: 'the same with a style',
        body: `${TEXT}<p style="text-align: center"><strong>&nbsp;</strong></p>${TEXT}`,
      },
      { title: 'breaks for room', body: '<p>Un<br><br><br>Deux</p>' },
      {
        title: 'a group of fields around a text',
        body: '<fieldset><legend>À noter</legend>La demande est gratuite.</fieldset>',
      },
    ],
    passed: [
      { title: 'paragraphs', body: `${TEXT}${TEXT}` },
      { title: 'lines of an address', body: '<p>Préfecture<br>1 place du Belvédère<br>00100 Brumeval</p>' },
      { title: 'a place that a script fills', body: `${TEXT}<p id="message" aria-live="polite"></p>` },
      {
        title: 'a group of fields',
        body: '<form action="/a"><fieldset><legend>Civilité</legend><label for="a">Nom</label><input id="a" autocomplete="name"></fieldset></form>',
      },
      { title: 'a quotation', body: '<blockquote><p>La loi est la même pour tous.</p></blockquote>' },
    ],
    doubt: [
      { title: 'two breaks between two texts', body: '<p>Un texte.<br><br>Un autre.</p>' },
      { title: 'a list moved in by a quotation', body: '<blockquote><ul><li>Un</li></ul></blockquote>' },
    ],
  }),
  ...casesOf('presentational-attributes', '10.1', {
    failed: [
      { title: 'text in the middle, by an element', body: '<center>La demande se fait en ligne.</center>' },
      {
        title: 'letters of a colour, by an element',
        body: '<p><font color="#000000">La demande</font> se fait en ligne.</p>',
      },
      {
        title: 'text in the middle, by an attribute',
        body: '<p align="center">La demande se fait en ligne.</p>',
      },
      {
        title: 'the border of a table, by an attribute',
        body: '<table border="1"><caption>Délais</caption><tr><th scope="col">Service</th></tr><tr><td>Titres</td></tr></table>',
      },
      { title: 'letters apart', body: '<p>Les guichets sont F E R M É S ce jour.</p>' },
      {
        title: 'columns of spaces',
        body: '<p>Passeport&nbsp;&nbsp;&nbsp;&nbsp;86 euros<br>Permis&nbsp;&nbsp;&nbsp;&nbsp;25 euros</p>',
      },
    ],
    passed: [
      {
        title: 'looks in the sheet',
        head: '<style>.c { text-align: center }</style>',
        body: '<p class="c">La demande se fait en ligne.</p>',
      },
      { title: 'the size of an image', body: '<p><img src="data:," alt="" width="10" height="10"></p>' },
      {
        title: 'a drawing',
        body: '<svg aria-hidden="true" width="10" height="10" color="red"><rect width="10" height="10"/></svg>',
      },
      { title: 'initials', body: '<p>J. B. Martin habite au 3 A, escalier B.</p>' },
      { title: 'an underlined word', body: '<p>La demande est <u>gratuite</u>.</p>' },
      {
        title: 'the colour of an icon',
        head: '<link rel="mask-icon" href="data:," color="#000091">',
        body: TEXT,
      },
    ],
    doubt: [
      {
        title: 'the size of a frame',
        body: '<iframe title="Plan d’accès à la préfecture" srcdoc="<p>Plan</p>" width="300" height="200"></iframe>',
      },
    ],
  }),
];
