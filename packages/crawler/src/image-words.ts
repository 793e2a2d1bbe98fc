import { plain } from './read-text.ts';
import { fold } from './text.ts';
import { UNWRITTEN } from './unwritten.ts';

/** What an alternative says when it says nothing, French and English; without accents. */
const EMPTY_WORDS = new Set(
  (
    'image|images|img|photo|photos|photographie|picture|pictures|pic|graphic|graphics|graphique|graphisme|icon|icone|icons|' +
    'pictogramme|picto|logo|logotype|illustration|visuel|banniere|banner|vignette|thumbnail|dessin|figure|fig|' +
    'blank|vide|empty|alt|alt text|alternative text|alternative|texte alternatif|' +
    'texte de remplacement|description|description de l image|image description|legende|caption|titre|title|' +
    'untitled|sans titre|sans nom|no alt|no description|placeholder|image here|your image|my image|mon image|' +
    'une image|une photo|an image|a photo|a picture|the image|l image|photo d illustration|image d illustration|' +
    'image illustrative|illustration image|stock photo|image par defaut|default image|image placeholder|placeholder image|image alt|' +
    'image alt text|todo|tbd|xxx|test|undefined|null|nan|none|' +
    'alt text here|alt here|insert alt text|insert alt text here|insert image description here|insert description here|image goes here|add alt text|your alt text here|ajouter un texte alternatif|inserer une description|votre texte alternatif|texte alternatif ici|link|lien|' +
    'object object|marker|map marker|click here|cliquez ici|capture|capture d ecran|screenshot|scan|screen shot'
  ).split('|'),
);

/** What it says of an image that is there for the look of the page. */
const DECORATION =
  /^(?:(?:image|img|gif|ligne|barre|line|bar) )?(?:spacer|espaceur|pixel|bullet|puce|decorative|decoration|decoratif|ornement|ornament|separateur|separator|separation|divider)(?: (?:image|gif|line|de page))?$/;
/** A model that asks for one. */
const TO_WRITE =
  /^(?:inserer|ajouter|ecrire|saisir|mettre|entrer|insert|add|enter|write|type|put)\b.*\b(?:texte alternatif|alternative|alt|alt text|alternative text|description)\b/;

const EXTENSION = /\.(?:jpe?g|png|gif|svg|webp|bmp|tiff?|ico|avif|jfif|psd|heic)$/i;
const ADDRESS = /^(?:https?:\/\/|www\.|\/)\S+$/i;
const SERIAL =
  /^(?:img|image|dsc|dscn|dscf|p|pict|photo|picture|capture|scan|sans[ _-]?titre|untitled|figure|fig|icon|icone|logo|visuel|vignette|banner|graphic|slide|diapo)[ _-]*\(?\d+\)?(?:[ _-]\d+)*$/i;
/** A word and a rank: of who numbers pictures, and no file. */
const NUMBERED =
  /^(?:image|photo|photographie|picture|figure|icone|logo|visuel|vignette|illustration|dessin|capture|graphic) +(?:n°? *)?\(?\d{1,3}\)?$/i;
const UUID = /^[{(]?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}[)}]?$/i;

/** Networks and media that go by one name, which is that of their logo. */
const BRANDS = new Set(
  (
    'facebook twitter instagram linkedin youtube tiktok whatsapp telegram snapchat pinterest flickr dailymotion vimeo ' +
    'mastodon bluesky threads messenger skype github gitlab wikipedia spotify deezer twitch discord reddit tumblr viadeo ' +
    'bbc cnn arte euronews'
  ).split(' '),
);
/** What a name of a network stands with: « Logo Facebook », « Notre page Facebook », « Follow us on Twitter ». */
const AROUND_BRAND =
  /\b(?:logo|icone?|picto(?:gramme)?|page|compte|chaine|notre|nos|la|le|l|de|du|d|sur|via|avec|suivez|nous|suivre|partager|aller|voir|on|our|of|the|share|follow|us|account)\b/g;

/** The network or medium that an alternative names and nothing else; `null` when it says more. */
export function brandOf(alt: string): string | null {
  const rest = plain(alt).replace(AROUND_BRAND, ' ').trim();
  return BRANDS.has(rest) ? rest : null;
}

/** Those that the name of a file holds. */
export function brandsIn(source: string): string[] {
  return fold(source)
    .split(/[^a-z\d]+/)
    .filter((word) => BRANDS.has(word));
}

export type AltFault =
  | 'file-name'
  | 'empty-word'
  | 'numbered'
  | 'decoration-word'
  | 'no-word'
  | 'machine-name'
  | 'hyphened-words'
  | 'filler';

/**
 * What is wrong with an alternative that surely describes nothing.
 *
 * @param source name of the image's file
 */
export function altFault(alt: string, source: string): AltFault | null {
  const text = fold(alt);
  const words = plain(alt);
  if (EXTENSION.test(text) || ADDRESS.test(text)) return 'file-name';
  if (/^lorem ipsum\b/.test(words) || /\{\{.*\}\}|%s\b|\[object object\]/.test(text)) return 'filler';
  if (UNWRITTEN.test(text)) return 'filler';
  if (words === '') return isPictogram(alt) ? null : 'no-word';
  if (DECORATION.test(words)) return 'decoration-word';
  if (EMPTY_WORDS.has(words)) return 'empty-word';
  if (words.length < 60 && TO_WRITE.test(words)) return 'filler';
  if (NUMBERED.test(text)) return 'numbered';
  if (UUID.test(text) || SERIAL.test(text) || isHash(text)) return 'machine-name';
  if (/^[\w-]+_[\w-]+$/.test(text) && MAKERS.test(text.replaceAll('_', ' '))) return 'machine-name';
  const base = fold(source).replace(EXTENSION, '');
  // A number drawn in an image is all that it says.
  if (/^\d{1,3}$/.test(text)) return null;
  // « paris » for paris.jpg describes it; « img_home-2 » does not.
  const bare = text.replace(/^(?:image|img) /, '');
  if (base === '' || bare !== base || /\s/.test(bare)) return null;
  // « porte-neuve » for porte-neuve.jpg is read out as the words are.
  if (/^[a-z]+(?:-[a-z]+)+$/.test(base)) return MAKERS.test(base) ? 'machine-name' : 'hyphened-words';
  return /[_\d]|\w-\w/.test(base) ? 'machine-name' : null;
}

/** Words of who makes the pages, and not of what an image shows. */
const MAKERS =
  /\b(?:img|image|photo|pic|bg|background|fond|bandeau|banner|header|hero|slide|slider|thumb|thumbnail|vignette|icon|icone|ico|btn|bouton|button|default|final|copy|copie|new|min|web|site|home|test|visuel|illustration|logo)\b/;

/** One run of letters and digits in which digits come between letters, as no word has. */
function isHash(text: string): boolean {
  if (!/^[\da-z_-]{10,}$/.test(text)) return false;
  const switches = text.match(/\d[a-z]|[a-z]\d/g)?.length ?? 0;
  return switches >= 3 || /^\d{6}(?:\d*-)?\w*$/.test(text);
}

function isPictogram(text: string): boolean {
  return /\p{Extended_Pictographic}|[\p{Sc}\p{Sm}]/u.test(text);
}

/** Images whose file or alternative says that they show more than a few words can tell. */
export const COMPLEX: RegExp =
  /\b(?:graphiques?|diagrammes?|schemas?|organigrammes?|infographies?|histogrammes?|courbes?|camemberts?|cartes? (?:de|du|des)|plan d.acces|charts?|graphs?|diagrams?|flow ?charts?|infographics?|histograms?|maps? of)\b/;

/** Images whose file says that they show words. */
export const TEXT_IMAGE: RegExp =
  /\b(?:bouton|button|btn|titre|title|heading|texte?|text|citation|quote|slogan|banniere|banner|affiche|poster|flyer)\b/;
