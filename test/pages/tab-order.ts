import { casesOf, longMenu, type Case } from './case.ts';

export const tabOrder: readonly Case[] = casesOf('tab-order', '12.8', {
  failed: [
    {
      title: 'a form whose fields are ranked at random',
      body: '<form><label>Nom <input tabindex="3"></label><br><label>Prénom <input tabindex="1"></label><br><label>Ville <input tabindex="2"></label></form>',
    },
    {
      title: 'links of one list, backwards',
      body: '<ul><li><a href="/1" tabindex="3">Un</a></li><li><a href="/2" tabindex="2">Deux</a></li><li><a href="/3" tabindex="1">Trois</a></li></ul>',
    },
    {
      title: 'a column turned upside down',
      body: '<form style="display: flex; flex-direction: column-reverse"><button type="button">Un</button><button type="button">Deux</button><button type="button">Trois</button></form>',
    },
    {
      title: 'a column turned upside down, after a long list',
      body: `${longMenu}<form style="display: flex; flex-direction: column-reverse"><button type="button">Un</button><button type="button">Deux</button><button type="button">Trois</button></form>`,
    },
  ],
  passed: [
    {
      title: 'a group turned upside down, of which the keys come to one button only, after a long list',
      body: `${longMenu}<fieldset style="display: flex; flex-direction: column-reverse"><legend>Taille</legend><label><input type="radio" name="t"> Petite</label><label><input type="radio" name="t" checked> Moyenne</label><label><input type="radio" name="t"> Grande</label></fieldset>`,
    },
    {
      title: 'the order of the page',
      body: '<form><label>Nom <input></label><br><label>Prénom <input></label></form>',
    },
    {
      title: 'ranks that follow the order',
      body: '<form><label>Nom <input tabindex="1"></label><br><label>Prénom <input tabindex="2"></label></form>',
    },
    {
      title: 'two buttons side by side, turned round',
      body: '<form style="display: flex; flex-direction: row-reverse"><button type="button">Suivant</button><button type="button">Précédent</button></form>',
    },
    {
      title: 'a menu in two columns',
      body: '<ul style="columns: 2"><li><a href="/1">Un</a></li><li><a href="/2">Deux</a></li><li><a href="/3">Trois</a></li><li><a href="/4">Quatre</a></li></ul>',
    },
  ],
  doubt: [
    {
      title: 'a search that comes first',
      body: '<p><a href="/a">Accueil</a></p><div><input aria-label="Rechercher" tabindex="1"></div>',
    },
  ],
});
