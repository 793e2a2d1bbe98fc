import { casesOf, type Case } from './case.ts';

const TEXT =
  '<p>Le bureau des associations reçoit sur rendez-vous, le lundi et le jeudi matin, au deuxième étage.</p>';
const MENU = '<nav><ul><li><a href="dons.html">Dons</a></li><li><a href="legs.html">Legs</a></li></ul></nav>';
const whole = (body: string, title = 'Bureau des associations'): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
const FIELD = (name: string): string => `<label>Nom <input name="${name}"></label>`;
const PICTURE = (colour: string): string =>
  `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='20' height='20'%3E%3Crect width='20' height='20' fill='${colour}'/%3E%3C/svg%3E`;
const SHOWN = (href: string, colour: string): string =>
  `<a href="${href}" style="padding-left:30px;background:url(&quot;${PICTURE(colour)}&quot;) no-repeat">Nous joindre</a>`;
const ROW = (first: string, second: string, names = ['Téléphone', 'Messagerie']): string =>
  `<div><span>${names.map((name) => `<img src="${PICTURE('teal')}" alt="${name}" width="40" height="40">`).join(' ')}</span><span style="display:flex;gap:40px">${first} ${second}</span></div>`;
const DRAWN = (href: string, d: string, name: string): string =>
  `<a href="${href}" aria-label="${name}"><svg width="20" height="20" aria-hidden="true"><path d="${d}"/></svg></a>`;

/** What a page that stands nearly bare must still let people do, and what only the eye tells apart. */
export const laterShapes: readonly Case[] = [
  ...casesOf('skip-links', '12.7', {
    failed: [
      { title: 'a menu before the text, and nothing to go past it', html: whole(MENU + TEXT) },
      {
        title: 'a list of the pages before the text, the one shown not being a link',
        html: whole(`<ol><li><a>Dons</a></li><li><a href="legs.html">Legs</a></li></ol>${TEXT}`),
      },
      {
        title: 'a menu whose only title is its own',
        html: whole(`<nav><h1>Pages</h1><a href="dons.html">Dons</a></nav>${TEXT}`),
      },
      {
        title: 'a menu, then a main part that nobody is told of',
        html: whole(`${MENU}<main aria-hidden="true">${TEXT}</main>`),
      },
      {
        title: 'a link to the content that leads to what stands beside it',
        html: whole(
          `<a href="#a">Aller au contenu</a><aside><p id="a">Le journal du mois paraît.</p></aside><div>${TEXT}</div>`,
        ),
      },
    ],
    passed: [
      { title: 'a menu, then a title', html: whole(`${MENU}<h1>Associations</h1>${TEXT}`) },
      { title: 'a menu, then a main part', html: whole(`${MENU}<main>${TEXT}</main>`) },
      { title: 'a menu after the text', html: whole(TEXT + MENU) },
      {
        title: 'a button that folds the menu',
        html: whole(`<button onclick="m.hidden = !m.hidden">Menu</button><div id="m">${MENU}</div>${TEXT}`),
      },
      {
        title: 'links to other sites only',
        html: whole(`<nav><a href="https://ailleurs.example/">Ailleurs</a></nav>${TEXT}`),
      },
      {
        title: 'a link in a sentence',
        html: whole(`<p>Voir aussi <a href="dons.html">les dons</a>.</p>${TEXT}`),
      },
      {
        title: 'a link to the content whose anchor ends what stands beside it',
        html: whole(
          `<a href="#a">Aller au contenu</a><aside><p>Le journal du mois paraît.</p><span id="a"></span></aside><div>${TEXT}</div>`,
        ),
      },
    ],
  }),
  ...casesOf('title-quality', '8.6', {
    failed: [
      {
        title: 'answers to a search under the name of the site',
        html: whole(
          '<main><h1>Résultats de la recherche pour « passeport »</h1><p>Aucune réponse.</p></main>',
          'Mairie de l’Exemple',
        ),
      },
      {
        title: 'two titles, the first of which is another page’s',
        html: whole(TEXT, 'Modèle vierge</title><title>Bureau des associations'),
      },
    ],
    passed: [
      {
        title: 'answers to a search, under what was searched for',
        html: whole(
          '<main><h1>Résultats de la recherche pour « passeport »</h1><p>Aucune réponse.</p></main>',
          'Passeport : 0 réponse - Mairie de l’Exemple',
        ),
      },
      {
        title: 'results that are those of a contest',
        html: whole(
          '<main><h1>Résultats pour l’année 2026</h1><p>Douze reçus.</p></main>',
          'Concours de greffier',
        ),
      },
      {
        title: 'two titles, of which the first is the page’s',
        html: whole(TEXT, 'Bureau des associations</title><title>Modèle vierge'),
      },
    ],
  }),
  ...casesOf('label-quality', '11.2', {
    failed: [
      {
        title: 'twins whose groups are named out of sight only',
        body: `<form><fieldset><h2 style="position:absolute;left:-9999px">Livraison</h2>${FIELD('livraison')}</fieldset><fieldset><h2 style="position:absolute;left:-9999px">Facture</h2>${FIELD('facture')}</fieldset></form>`,
      },
      {
        title: 'a field whose label shows nothing but « OK »',
        body: '<span id="q" hidden>Chercher une mairie</span><input aria-labelledby="b q"><button id="b">OK</button>',
      },
    ],
    passed: [
      {
        title: 'twins under a legend each',
        body: `<form><fieldset><legend>Livraison</legend>${FIELD('livraison')}</fieldset><fieldset><legend>Facture</legend>${FIELD('facture')}</fieldset></form>`,
      },
      {
        title: 'a field whose label shows what it is for',
        body: '<span id="q" hidden>une mairie</span><input aria-labelledby="b q"><button id="b">Chercher</button>',
      },
    ],
    doubt: [
      {
        title: 'twins under a title each',
        body: `<form><fieldset><h2>Livraison</h2>${FIELD('livraison')}</fieldset><fieldset><h2>Facture</h2>${FIELD('facture')}</fieldset></form>`,
      },
    ],
  }),
  ...casesOf('link-text-quality', '6.1', {
    failed: [
      {
        title: 'two links of one name that only their pictures tell apart',
        body: `<div>${SHOWN('joindre?par=tel', 'green')} ${SHOWN('joindre?par=mel', 'navy')}</div>`,
      },
      {
        title: 'a row of links of one name under a row of pictures',
        body: ROW('<a href="joindre?par=tel">Nous joindre</a>', '<a href="joindre?par=mel">Nous joindre</a>'),
      },
      {
        title: 'a row of links made with a role, of one name, under a row of pictures',
        body: ROW(
          ...(['tel', 'mel'].map(
            (by) =>
              `<span role="link" tabindex="0" onclick="location='joindre?par=${by}'" onkeydown="if (event.key === 'Enter') click()">Nous joindre</span>`,
          ) as [string, string]),
        ),
      },
      {
        title: 'two links of one name, each alone after a line that introduces it',
        body: '<p>Le guichet :</p><p><a href="https://guichet.example/">Nous joindre</a></p><p>Le service des cartes :</p><p><a href="https://cartes.example/aide">Nous joindre</a></p>',
      },
      {
        title: 'two drawings of one name that lead to two places',
        body: `<p>${DRAWN('/tel', 'M0 0h9v9z', 'Nous joindre')} ${DRAWN('/mel', 'M9 9h9v9z', 'Nous joindre')}</p>`,
      },
    ],
    passed: [
      {
        title: 'two drawings of one name that lead to one place',
        body: `<p>${DRAWN('/tel', 'M0 0h9v9z', 'Nous joindre')} ${DRAWN('/tel', 'M9 9h9v9z', 'Nous joindre')}</p>`,
      },
      {
        title: 'two links of one name with one picture, to one page asked in two ways',
        body: `<div>${SHOWN('joindre?de=haut', 'green')} ${SHOWN('joindre?de=bas', 'green')}</div>`,
      },
      {
        title: 'a row of links of two names under a row of pictures',
        body: ROW('<a href="joindre?par=tel">Nous appeler</a>', '<a href="joindre?par=mel">Nous écrire</a>'),
      },
      {
        title: 'a row of links of one name to one place, under a row of pictures',
        body: ROW('<a href="joindre">Nous joindre</a>', '<a href="joindre">Nous joindre</a>'),
      },
      {
        title: 'two links of one name to one place, each alone after a line that introduces it',
        body: '<p>Le guichet :</p><p><a href="https://guichet.example/">Nous joindre</a></p><p>Le service des cartes :</p><p><a href="https://guichet.example/">Nous joindre</a></p>',
      },
      {
        title: 'two links of one name in the sentences that tell them apart',
        body: '<p>Le guichet : <a href="https://guichet.example/">nous joindre</a></p><p>Le service des cartes : <a href="https://cartes.example/aide">nous joindre</a></p>',
      },
      {
        title: 'two drawings of two names',
        body: `<p>${DRAWN('/tel', 'M0 0h9v9z', 'Nous appeler')} ${DRAWN('/mel', 'M9 9h9v9z', 'Nous écrire')}</p>`,
      },
    ],
  }),
  ...casesOf('axe', '6.2', {
    failed: [
      {
        title: 'an area of a picture that leads somewhere and has no name',
        body: `<img src="${PICTURE('teal')}" alt="Plan" usemap="#plan" width="40" height="40"><map name="plan"><area shape="rect" coords="0,0,20,20" href="/nord"></map>`,
      },
    ],
    passed: [
      {
        title: 'an area of a picture that leads somewhere and has a name',
        body: `<img src="${PICTURE('teal')}" alt="Plan" usemap="#plan" width="40" height="40"><map name="plan"><area shape="rect" coords="0,0,20,20" href="/nord" alt="Nord"></map>`,
      },
    ],
  }),
];
