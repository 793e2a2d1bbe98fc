import { casesOf, type Case } from './case.ts';

export const contextChange: readonly Case[] = casesOf('context-change', '7.4', {
  failed: [
    {
      title: 'a list that leads elsewhere',
      body: '<label>Département <select onchange="location.href = this.value"><option value="">Choisir</option><option value="/13">13</option></select></label>',
    },
    {
      title: 'a list that sends its form',
      body: '<form action="/x"><label>Langue <select name="l" onchange="this.form.submit()"><option value="fr">Français</option><option value="en">Anglais</option></select></label></form>',
    },
    {
      title: 'a radio button that opens a window',
      body: `<fieldset><legend>Avis</legend><label><input type="radio" name="a" onclick="window.open('/b')"> Oui</label><label><input type="radio" name="a"> Non</label></fieldset>`,
    },
    {
      title: 'a field that leaves when it gets the focus',
      body: `<label>Nom <input onfocus="location.href = '/c'"></label>`,
    },
    {
      title: 'an entry that leaves as the mouse passes',
      body: `<ul><li onmouseover="location.href = '/d'">Actualités</li><li>Démarches</li></ul>`,
    },
    {
      title: 'an entry that opens a window as the mouse passes',
      body: `<p><span onmouseenter="window.open('/e')">Sondage</span></p>`,
    },
    {
      title: 'a button that goes back when it gets the focus',
      body: `<button type="button" onfocus="history.back()">Retour</button>`,
    },
    {
      title: 'a script for all the lists',
      body: '<label>Ville <select><option value="/">Choisir</option><option value="/aix">Aix</option></select></label><script>document.querySelector("select").addEventListener("change", (e) => { location.assign(e.target.value) })</script>',
    },
  ],
  passed: [
    {
      title: 'a list and its button',
      body: '<form action="/x"><label>Langue <select name="l"><option>Français</option><option>Anglais</option></select></label><button>Valider</button></form>',
    },
    {
      title: 'a list that changes the page in place',
      body: '<label>Ville <select onchange="r.textContent = this.value"><option>Aix</option><option>Arles</option></select></label><p id="r"></p>',
    },
    {
      title: 'a text that shows as the mouse passes',
      body: '<p><span tabindex="0" onmouseover="r.hidden = false" onfocus="r.hidden = false">Aide</span></p><p id="r" hidden>Quelques mots d’aide</p><label>Ville <select onchange="r.textContent = this.value"><option>Aix</option></select></label>',
    },
    {
      title: 'a button that goes back when it is pressed',
      body: '<button type="button" onclick="history.back()">Retour</button>',
    },
    {
      title: 'a box that shows more fields',
      body: '<label><input type="checkbox" onchange="r.hidden = !this.checked"> Autre</label><p id="r" hidden>Préciser</p>',
    },
  ],
  doubt: [
    {
      title: 'a list that tells first',
      body: '<p><label>Département <select onchange="location.href = this.value" aria-describedby="d"><option value="">Choisir</option><option value="/13">13</option></select></label> <span id="d">La page se recharge dès que vous choisissez.</span></p>',
    },
  ],
});
