import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';
import { hasOpenAnchor } from '../read-syntax.ts';

const RULES = { rgaa: ['8.2'], rgaaTests: ['8.2.1'], items: [], severity: 'minor' } as const;

/**
 * Invalid code is mended by each browser and each screen reader in its own way:
 * an element may be told twice, at the wrong place, or not at all.
 */
export const htmlValidity: Check = pageCheck({
  id: 'html-validity',
  needs: 'html',
  codes: {
    'double-id': {
      ...RULES,
      act: ['3ea0c8'],
      text: 'Plusieurs éléments de la page portent l’identifiant « {about} » : étiquettes, liens internes et aides techniques ne trouvent que le premier. Donner à chacun un identifiant qui n’est qu’à lui.',
    },
    'empty-id': {
      ...RULES,
      text: 'L’attribut « id » de cet élément est vide, ce que HTML n’admet pas : l’ôter du modèle de page, ou lui donner une valeur.',
    },
    'double-attribute': {
      ...RULES,
      act: ['e6952f'],
      text: 'La balise <{tag}> a deux fois l’attribut « {attribute} », et le second est perdu : n’en garder qu’un.',
    },
    'glued-attributes': {
      ...RULES,
      text: 'Dans la balise <{tag}>, rien ne sépare l’attribut « {attribute} » de ce qui le précède : ajouter une espace, ou fermer le guillemet oublié.',
    },
    'broken-value': {
      ...RULES,
      text: 'Dans la balise <{tag}>, un guillemet ou un signe égal est de trop ou manque : corriger l’écriture de ses attributs.',
    },
    'stray-end': {
      ...RULES,
      text: 'La balise fermante </{tag}> ne ferme rien : l’ôter, ou rétablir la balise ouvrante attendue.',
    },
    'crossed-tags': {
      ...RULES,
      text: 'La balise <{tag}> et celle qui la contient se ferment dans le mauvais ordre : fermer d’abord la dernière ouverte.',
    },
    'unclosed-tag': {
      ...RULES,
      text: 'La balise <{tag}> n’est pas fermée avant la fin de ce qui la contient : ajouter sa balise fermante.',
    },
    'closed-for-xml': {
      ...RULES,
      text: 'La balise <{tag}> est fermée comme en XML (<{tag}/>), ce que le type de document admet et que les navigateurs ne lisent pas : ils la laissent ouverte. Ajouter sa balise fermante.',
    },
    'misplaced-tag': {
      ...RULES,
      text: 'La balise <{tag}> n’a pas sa place ici : le navigateur la déplace ou l’ignore, et les aides techniques ne lisent pas ce qui est écrit. La remettre là où HTML l’admet.',
    },
    nesting: {
      ...RULES,
      text: 'Un élément <{child}> ne peut pas être contenu dans <{parent}> : les aides techniques risquent de mal restituer l’un ou l’autre. Le sortir de là, ou employer un autre élément.',
    },
  },
  *judge(page) {
    // The same reading tells the ids that nothing bears: those are of another check.
    for (const { sign, about, quote, selector, zone, cause } of contentOf(page)?.ids ?? [])
      if (sign === 'double-id' || sign === 'empty-id')
        yield failed(sign, { about }, { place: { selector, zone }, quote, cause });
    for (const { fault, name, line, isForXml = false } of page.html.syntax) {
      const [tag = '', attribute = ''] = name.split(' ');
      const at = { place: { line }, quote: `<${name}>`, cause: name };
      // Test 8.2.1 is of the type of document that the page declares.
      yield isForXml ? cantTell('closed-for-xml', { tag }, at) : failed(fault, { tag, attribute }, at);
    }
    const isOpen = hasOpenAnchor(page.html);
    for (const { child, parent, selector } of page.rendered?.nesting ?? []) {
      if (isOpen && (child === 'a' || parent === 'a')) continue;
      const at = { place: { selector }, quote: `<${parent}> … <${child}>`, cause: `${parent} ${child}` };
      // The validator that auditors use has come to let styles stand in a block.
      yield (child === 'style' ? cantTell : failed)('nesting', { child, parent }, at);
    }
  },
});
