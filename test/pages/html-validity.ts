import { casesOf, type Case } from './case.ts';

export const htmlValidity: readonly Case[] = casesOf('html-validity', '8.2', {
  failed: [
    { title: 'two elements with one id', body: '<p id="a">Un</p><p id="a">Deux</p>' },
    {
      title: 'an id doubled by a script',
      body: '<p id="a">Un</p><p>Deux</p><script>document.querySelector("p + p").id = "a"</script>',
    },
    { title: 'an attribute written twice', body: '<p class="a" class="b">Un</p>' },
    { title: 'a block in a line of text', body: '<span><div>Un</div></span>' },
    { title: 'text blocks straight in a list', body: '<ul><div>Un</div><li>Deux</li></ul>' },
    { title: 'an end tag too many', body: '<div><p>Un</p></div></div>' },
    { title: 'a tag never closed', body: '<p><strong>Un</p><p>Deux</p>' },
    { title: 'attributes that nothing separates', body: '<p class="a"id="b">Un</p>' },
  ],
  passed: [
    { title: 'ids of their own', body: '<p id="a">Un</p><p id="A">Deux</p>' },
    { title: 'end tags that HTML lets be left out', body: '<ul><li>Un<li>Deux</ul><p>Trois<p>Quatre' },
    { title: 'a block in a link', body: '<a href="/passeport"><div>Passeport</div></a>' },
    {
      title: 'one id in the page and in a shadow tree',
      body: '<p id="a">Un</p><div id="hote"></div><script>document.getElementById("hote").attachShadow({ mode: "open" }).innerHTML = "<p id=a>Deux</p>"</script>',
    },
    {
      title: 'a drawing written as XML',
      body: '<svg aria-hidden="true" viewBox="0 0 1 1"><path d="M0 0"/></svg>',
    },
  ],
});
