import { shareOfSmallWords } from './language.ts';
import { wordsOf } from './read-text.ts';

/** Words that everybody says, and that are of one language of the list only; without accents, as they are compared. */
const COMMON: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    fr:
      'bonjour bonsoir merci madame monsieur mademoiselle messieurs mesdames allons allez venez voila voici bonne bonnes annee annees jour jours nuit ' +
      'temps homme hommes femme femmes enfant enfants vie monde pays ville maison oui jamais toujours beaucoup aujourd demain hier maintenant encore ' +
      'chose choses rien quelqu parler dire faire aller voir savoir pouvoir vouloir venir prendre donner grand grande petit petite beau belle nouveau ' +
      'nouvelle vieux vieille premier dernier gens ami amis mere pere frere soeur eau rue ecole travail argent heure heures semaine mois anniversaire ' +
      'joyeux joyeuse fete bienvenue felicitations sante plait toi moi mon ma mes ton tes notre nos fait peut veut faut suis sommes avez avons ont etait aime',
    en:
      'hello good morning evening night thank thanks please welcome happy new year years day days time man men woman women people child children life ' +
      'world country city house never always today tomorrow yesterday now again thing things nothing something say said make go going see know want come ' +
      'take give great little big old first last friend friends mother father brother sister water street school work money hour week month birthday ' +
      'merry congratulations love would should could about over under after before between through here very much many him them us who how why because',
    es:
      'hola buenos buenas gracias senor senora senorita bienvenido bienvenidos feliz ano anos dia dias noche tiempo hombre mujer nino ninos vida mundo ' +
      'ciudad siempre nunca hoy manana ayer ahora nada algo decir hacer ver saber querer venir gran pequeno nuevo nueva viejo primero ultimo amigo ' +
      'amigos madre padre hermano hermana agua calle escuela trabajo dinero hora semana mes cumpleanos felicidades adios bien aqui nosotros tengo tiene hace puede',
    de:
      'guten tag morgen abend nacht danke bitte willkommen frohe frohes glucklich neues jahr jahre zeit mann frau kind kinder leben welt land stadt haus ' +
      'ja nein immer heute gestern jetzt wieder nichts etwas sagen machen gehen sehen wissen wollen kommen nehmen geben gross klein neu alt erste letzte ' +
      'freund freunde mutter vater bruder schwester wasser strasse schule arbeit geld stunde woche monat geburtstag gluckwunsch gut sehr viel hier mein dein unser',
    it:
      'ciao buongiorno buonasera grazie signore signora benvenuti benvenuto buon buona felice anno anni giorno giorni notte tempo uomo donna bambino ' +
      'bambini vita mondo paese citta casa sempre oggi domani ieri adesso ancora niente qualcosa dire fare andare vedere sapere volere venire grande piccolo ' +
      'nuovo nuova vecchio primo ultimo amico amici madre padre fratello sorella acqua strada scuola lavoro soldi ora settimana mese compleanno auguri bene molto',
    nl:
      'hallo goedemorgen goedenavond dank bedankt alstublieft welkom gelukkig nieuwjaar nieuw nieuwe jaar jaren dag dagen nacht tijd vrouw kinderen leven ' +
      'wereld stad huis nooit altijd vandaag morgen gisteren opnieuw niets iets zeggen maken gaan zien weten willen komen nemen geven groot klein oud eerste ' +
      'laatste vriend vrienden moeder vader broer zus straat school werk geld uur week maand verjaardag gefeliciteerd goed veel hier mijn jouw onze',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Of a longer text, letters and small words tell. */
const MOST_WORDS = 12;

/**
 * The language that the common words of a few words tell, when none of them is of the language declared:
 * two thirds of them, and two at least. `null` when they do not.
 */
export function spokenIn(text: string, declared: string): string | null {
  const words = wordsOf(text);
  const own = COMMON[declared];
  if (!own || words.length < 2 || words.length > MOST_WORDS) return null;
  if (words.some((word) => own.has(word)) || shareOfSmallWords(text, declared) > 0) return null;
  const said = Object.entries(COMMON)
    .map(([language, common]) => ({ language, count: words.filter((word) => common.has(word)).length }))
    .sort((one, other) => other.count - one.count);
  const [best, next] = said;
  if (!best || best.count < 2 || best.count === (next?.count ?? 0)) return null;
  const share = best.count / words.length + shareOfSmallWords(text, best.language);
  return share >= 0.65 ? best.language : null;
}
