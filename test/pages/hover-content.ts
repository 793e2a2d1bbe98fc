import { casesOf, type Case } from './case.ts';

export const hoverContent: readonly Case[] = casesOf('hover-content', '10.14', {
  failed: [
    {
      title: 'a menu that only the mouse opens',
      head: '<style>.m ul { display: none } .m li:hover > ul { display: block }</style>',
      body: '<ul class="m"><li><a href="/d">Démarches</a><ul><li><a href="/p">Passeport</a></li></ul></li></ul>',
    },
    {
      title: 'a tip that only the mouse shows',
      head: '<style>.t span { visibility: hidden; position: absolute } .t:hover span { visibility: visible }</style>',
      body: '<p><a href="/a" class="t">Délais<span>Deux mois au plus</span></a></p>',
    },
    {
      title: 'a tip on plain text',
      head: '<style>.t span { display: none } .t:hover span { display: inline }</style>',
      body: '<p><span class="t">RGAA<span>Référentiel général</span></span></p>',
    },
  ],
  passed: [
    {
      title: 'a menu that the focus opens too',
      head: '<style>.m ul { display: none } .m li:hover > ul, .m li:focus-within > ul { display: block }</style>',
      body: '<ul class="m"><li><a href="/d">Démarches</a><ul><li><a href="/p">Passeport</a></li></ul></li></ul>',
    },
    {
      title: 'a colour that changes',
      head: '<style>a:hover { color: #000 }</style>',
      body: '<p><a href="/a">Délais</a></p>',
    },
    {
      title: 'a menu that a button opens too',
      head: '<style>.m ul { display: none } .m li:hover > ul, .m .o { display: block }</style>',
      body: `<ul class="m"><li><a href="/d">Démarches</a> <button type="button" aria-expanded="false" onclick="this.setAttribute('aria-expanded', this.nextElementSibling.classList.toggle('o'))">Sous-menu</button><ul><li><a href="/p">Passeport</a></li></ul></li></ul>`,
    },
    {
      title: 'an icon that comes',
      head: '<style>.t:hover::after { content: "→" }</style>',
      body: '<p><a href="/a" class="t">Délais</a></p>',
    },
  ],
});
