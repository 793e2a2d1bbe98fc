import { casesOf, type Case } from './case.ts';

export const formErrors: readonly Case[] = casesOf('form-errors', '11.10', {
  failed: [
    {
      title: 'a colour alone',
      body: `<form novalidate onsubmit="event.preventDefault(); n.style.borderColor = 'red'"><label>Nom <input id="n"></label><label>Ville <input></label><button>Envoyer</button></form>`,
    },
    {
      title: 'a message that names no field',
      body: `<form novalidate onsubmit="event.preventDefault(); r.textContent = 'Erreur : saisie incorrecte'"><p id="r" role="alert"></p><label>Nom <input></label><label>Ville <input></label><button>Envoyer</button></form>`,
    },
    {
      title: 'a standing message that says nothing',
      body: '<form><label>Âge <input value="abc" aria-describedby="e"></label><span id="e">Valeur non valide</span><button>Envoyer</button></form>',
    },
  ],
  passed: [
    {
      title: 'a message that names its field',
      body: `<form novalidate onsubmit="event.preventDefault(); r.textContent = 'Le champ Nom est obligatoire'"><p id="r" role="alert"></p><label>Nom <input></label><label>Ville <input></label><button>Envoyer</button></form>`,
    },
    {
      title: 'a message tied to its field, which the focus is put on',
      body: `<form novalidate><p><label for="n">Nom (obligatoire)</label><br><input id="n" required aria-describedby="r"> <span id="r"></span></p><p><label for="v">Ville</label> <input id="v"></p><p><label for="q">Quartier</label> <input id="q"></p><button>Envoyer</button></form><script>document.forms[0].addEventListener('submit', (e) => { e.preventDefault(); r.textContent = 'Saisissez votre nom, par exemple : Martin.'; n.setAttribute('aria-invalid', 'true'); n.focus() })</script>`,
    },
    {
      title: 'a message tied to its field',
      body: `<form novalidate onsubmit="event.preventDefault(); r.textContent = 'Ce champ est obligatoire'; n.setAttribute('aria-invalid', true)"><label>Nom <input id="n" aria-describedby="r"></label><span id="r" role="alert"></span><label>Ville <input></label><button>Envoyer</button></form>`,
    },
    {
      title: 'the messages of the browser',
      body: '<form action="/x"><label>Nom (obligatoire) <input required></label><button>Envoyer</button></form>',
    },
    {
      title: 'a form that the server checks',
      body: '<form action="/x" method="post"><label>Nom <input name="n"></label><button>Envoyer</button></form>',
    },
    {
      title: 'a standing message that tells all',
      body: '<form><label>Âge <input value="abc" aria-describedby="e"></label><span id="e">Saisir un âge en chiffres, par exemple 42.</span><button>Envoyer</button></form>',
    },
  ],
});
