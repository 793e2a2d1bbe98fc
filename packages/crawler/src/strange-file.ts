const AGAIN = 'puis relancer la même commande.';

/**
 * What a file is, when it is plainly no spreadsheet that can be read, and what
 * to do about it: a French sentence. `null` when it may be one.
 */
export function strangeFile(bytes: Uint8Array): string | null {
  if (bytes.length === 0)
    return `Il est vide : l’enregistrer de nouveau depuis le tableur, ou le redemander à qui l’a envoyé, ${AGAIN}`;
  const start = latin(bytes.subarray(0, 4_096));
  if (start.startsWith('%PDF'))
    return `C’est un PDF : donner le classeur (.xlsx ou .ods) dont il a été fait.`;
  if (start.startsWith('\xD0\xCF\x11\xE0')) return compoundFile(bytes);
  if (start.startsWith('PK')) return zipFile(bytes);
  // A spreadsheet in flat XML begins so as well.
  if (/^(?:\xEF\xBB\xBF)?\s*<\?xml/.test(start)) return null;
  if (/^(?:\xEF\xBB\xBF)?\s*<(?:!doctype )?html/i.test(start))
    return `C’est une page web, et non un classeur : l’enregistrer en .xlsx ou en .ods, ${AGAIN}`;
  if (!start.includes('\0'))
    return `C’est un fichier texte (CSV ou autre), qui ne garde ni les feuilles ni les cellules cachées : ouvrir le classeur exporté, l’enregistrer en .xlsx ou en .ods, ${AGAIN}`;
  return null;
}

const PROTECTED = `Il est protégé par un mot de passe : l’ouvrir, l’enregistrer sans mot de passe, ${AGAIN}`;
const DOCUMENT =
  'C’est un document de texte (Word ou Writer), et non un classeur : donner le fichier .xlsx ou .ods.';

/** Old Office files, and new ones under a password: the names of their parts are in UTF-16. */
function compoundFile(bytes: Uint8Array): string | null {
  if (holds(bytes, utf16('EncryptedPackage'))) return PROTECTED;
  return holds(bytes, utf16('WordDocument')) ? DOCUMENT : null;
}

/** Names of the parts of a zip stand in clear; the kind of an OpenDocument is its first part, not compressed. */
function zipFile(bytes: Uint8Array): string | null {
  if (holds(bytes, 'encrypted-package')) return PROTECTED;
  const [, kind = ''] =
    /mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(latin(bytes.subarray(0, 200))) ?? [];
  if (kind === 'text' || holds(bytes, 'word/document.xml')) return DOCUMENT;
  return null;
}

function holds(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, 'latin1');
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').toString('latin1');
}
