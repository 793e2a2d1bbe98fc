import { failed, pageCheck, type Check } from '../check.ts';

/** Without a document type, or with one of the last century, browsers draw the page by the rules of 1998. */
export const doctype: Check = pageCheck({
  id: 'doctype',
  needs: 'html',
  codes: {
    'no-doctype': {
      items: [],
      severity: 'minor',
      text: 'La page ne déclare pas son type de document : faire commencer le modèle de page par la déclaration « doctype html ».',
      rgaa: ['8.1'],
      rgaaTests: ['8.1.1'],
      owner: 'template',
    },
    'not-first': {
      items: [],
      severity: 'minor',
      text: 'Le type de document ne vient pas avant la balise <html> : le mettre tout au début du modèle de page.',
      rgaa: ['8.1'],
      rgaaTests: ['8.1.3'],
      owner: 'template',
    },
    'invalid-doctype': {
      items: [],
      severity: 'minor',
      text: 'Le type de document « {doctype} » n’est pas valide : le remplacer par « doctype html » dans le modèle de page.',
      rgaa: ['8.1'],
      rgaaTests: ['8.1.2'],
      owner: 'template',
    },
  },
  *judge({ html: { doctype: declared } }) {
    if (declared.text === null) yield failed(declared.isLate ? 'not-first' : 'no-doctype');
    else if (!isValid(declared.text)) yield failed('invalid-doctype', { doctype: declared.text });
  },
});

/** That of HTML, or one of the public identifiers that HTML 4 and XHTML defined. */
function isValid(text: string): boolean {
  const rest = /^doctype\s+html\b\s*(.*)$/is.exec(text)?.[1]?.trim();
  if (rest === undefined) return false;
  return (
    rest === '' ||
    /^system\s+(["'])about:legacy-compat\1$/i.test(rest) ||
    /^public\s+(["'])-\/\/w3c\/\/dtd x?html[^"']*\/\/en\1/i.test(rest)
  );
}
