import { wordsOf } from './read-text.ts';

/** Links that say how to follow them and not where they lead, French and English; without accents. */
const GENERIC = new Set(
  (
    'cliquez ici|cliquer ici|clique ici|clic ici|ici|cliquez|cliquer|cliquez la|cliquez sur ce lien|suivez ce lien|suivre ce lien|' +
    'ce lien|lien|le lien|un lien|par ici|c est par ici|la|voir|voir ici|voir plus|voir la suite|voir le lien|en voir plus|' +
    'lire|lire la suite|la suite|suite|lire plus|en lire plus|lire l article|lire l actualite|en savoir plus|savoir plus|' +
    'plus d infos|plus d info|plus d information|plus d informations|plus|plus de details|details|detail|voir le detail|' +
    'voir les details|infos|info|acceder|consulter|consultez|decouvrir|decouvrez|telecharger|telechargez|telechargement|' +
    'ouvrir|aller|allez|y aller|go|continuer|page|cette page|cette adresse|a cette adresse|site|le site|ce site|' +
    'site web|le document|document|ce document|fichier|pdf|article|cet article|lien externe|lien utile|' +
    'click here|click|click this|click this link|click me|here|this|link|the link|this link|a link|my link|your link|more|' +
    'read more|read|read on|learn more|learn|find out more|see more|view more|view|show more|know more|more info|' +
    'more information|more details|details here|info here|continue|continue reading|full story|this page|' +
    'this website|this site|website|start|download|open|follow this link|follow|discover|get started|tap here|' +
    'press here|visit|go here|see here|check this out|check it out|over here|lien ici|link text|texte du lien|untitled|sans titre|' +
    'url|read this|read article|voir article|consulter la page|voir la page|view page|see page|visit page|more here|plus ici'
  ).split('|'),
);

/** Of a document, how it is made: not which one it is. */
const FORMATS = new Set(
  'pdf|html|epub|txt|texte|texte brut|plain text|doc|docx|odt|rtf|csv|xls|xlsx|ods|xml|json|zip|ppt|pptx|odp|word|excel|mp3|mp4'.split(
    '|',
  ),
);

/** Words that carry no topic: they help no generic link. */
const EMPTY = new Set(
  (
    'a au aux avec ce ces cet cette ci dans de des du elle en est et etre eu il ils je la le les leur lui ma mais me mes moi mon ne nos notre nous on ou par pas pour qu que qui sa se ses si son sur ta te tes toi ton tu un une vos votre vous y d l s c j m n t ' +
    'plus savoir sans information informations info infos detail details obtenir merci veuillez pouvez peut voir lire suite cliquez cliquer clic lien liens suivant suivante page site ici aussi tout tous toute toutes besoin faut aller voici voila afin etes avez veut voulez davantage complement complementaire complementaires renseignement renseignements ' +
    'the an and are as at be but by for from has have he her his how i if in into is it its just me my no not of or our out please she so than that their them then there these they this to was we what when where which who will with would you your more information find learn read see click here link links follow about further get want can could go visit using use by ' +
    'ok oui non yes also'
  ).split(/\s+/),
);

/** Whether a link says nothing of where it leads. */
export function isGeneric(text: string): boolean {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > 6) return false;
  return GENERIC.has(words.join(' ')) || isFormat(text);
}

/** Whether a link tells a format and nothing else. */
export function isFormat(text: string): boolean {
  return FORMATS.has(wordsOf(text).join(' '));
}

const POINTING =
  /^(?:(?:cliquez|cliquer|clique|clic) ici|ici|la|par ici|(?:ce |le |un )?lien|cliquez(?: sur ce lien)?|click(?: here| this| this link| me)?|here|(?:this |the |a )?link|this)$/;

/** Whether a link only points, and says not even what is done there. */
export function isPointing(text: string): boolean {
  return POINTING.test(wordsOf(text).join(' '));
}

/** Whether a text around a link may tell where it leads: some word of it has a topic. */
export function tells(text: string): boolean {
  return wordsOf(text).some(
    (word) => word.length > 1 && !EMPTY.has(word) && !GENERIC.has(word) && !FORMATS.has(word),
  );
}
