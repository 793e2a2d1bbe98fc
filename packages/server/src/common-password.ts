/**
 * Words that passwords are made of, written for this project from what people
 * choose everywhere (names, seasons, clubs, keyboards) and from what they would
 * choose here. With what people do to a word (capitals, digits and signs around
 * it, letters told by digits, the word twice), they stand for hundreds of
 * thousands of passwords.
 */
const WORDS = new Set(
  `
  motdepasse motdepass passe mdp password passwd passw pass word secret code codesecret secure securite security
  azerty azertyui azertyuiop azer qwerty qwertyui qwertyuiop qwertz qsdfgh qsdfghjklm asdfgh asdfghjkl wxcvbn zxcvbn
  zxcvbnm aqwzsx azeqsd qazwsx poiuyt mlkjhg nbvcxw qweasd aze qsd wxc asd zxc qaz
  admin administrateur administrator root toor user utilisateur usager guest invite test tests testeur demo essai
  login compte connexion acces access default defaut changer changeme changemoi nouveau temporaire provisoire
  bonjour bonsoir salut coucou bienvenue welcome hello hi aurevoir merci letmein iloveyou jetaime teamo amour
  amoureux moncoeur coeur monamour cheri cherie bebe love lover loveme princesse princess prince reine roi queen king
  soleil sunshine lune etoile star ciel mer plage montagne riviere foret fleur rose tulipe marguerite jasmin violette
  printemps ete automne hiver spring summer autumn fall winter noel vacances dimanche lundi mardi mercredi jeudi
  vendredi samedi monday tuesday wednesday thursday friday saturday sunday
  janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april
  may june july august september october november december
  prefecture prefet prefete prefectures souspref sousprefecture sousprefet departement commune mairie maire region
  ministere interieur republique francaise france francais liberte egalite fraternite marianne etat gouvernement
  gouv service services accueil guichet agent agents bureau qualite qualepref qualipref label titres titre sejour
  passeport carte permis citoyen citoyens public administration fonctionnaire hexagone tricolore
  paris lyon marseille toulouse bordeaux lille nantes nice strasbourg rennes montpellier grenoble dijon reims metz
  nancy rouen caen brest tours orleans limoges poitiers angers lemans amiens besancon toulon nimes avignon perpignan
  pau bayonne ajaccio bastia corse bretagne normandie alsace provence savoie auvergne martinique guadeloupe reunion
  guyane mayotte
  football foot rugby tennis basket basketball baseball hockey velo moto voiture ferrari porsche mercedes bmw audi
  renault peugeot citroen harley psg om ol asse losc olympique supporter champion champions ronaldo messi zidane
  mbappe neymar griezmann platini
  chien chat chaton minou minette loulou doudou nounours titi toto tata tonton papa maman papi mamie papy mamy
  famille enfant enfants bebe dragon monkey singe tigre tiger lion loup wolf cheval horse dauphin dolphin papillon
  butterfly lapin souris poisson oiseau aigle eagle phoenix licorne panda koala tortue
  chocolat chocolate vanille caramel bonbon sucre miel banane orange pomme fraise cerise citron framboise cookie
  fromage baguette croissant cafe biere vin pastis
  pokemon pikachu naruto mario luigi zelda sonic minecraft fortnite superman batman spiderman starwars skywalker
  yoda vador jedi gandalf frodo hobbit harrypotter potter matrix neo trinity shadow master maitre ninja samurai
  guerrier warrior hunter killer soldat pirate zorro asterix obelix tintin milou snoopy mickey minnie disney barbie
  computer ordinateur internet google facebook youtube instagram twitter samsung iphone android apple windows
  microsoft linux ubuntu serveur server database oracle mysql postgres cisco bureau excel word outlook
  alexandre alexandra alice alain amandine amelie anais andre andrea anne annie antoine arthur audrey aurelie
  aurore baptiste beatrice benjamin benoit bernard brigitte bruno camille carole caroline catherine cecile celine
  chantal charles charlotte chloe christelle christian christine christophe claire claude claudine clement corinne
  cyril damien daniel david delphine denis didier dominique elise elodie emilie emma emmanuel eric estelle etienne
  fabien fabrice florence florian francis franck francois francoise frederic gabriel georges gerard gilles gregory
  guillaume helene henri herve hugo isabelle jacqueline jacques jean jeanne jennifer jeremy jerome jessica joel
  jonathan joseph julie julien juliette justine karim karine kevin laetitia laura laurence laurent lea leo lionel
  louis louise lucas lucie ludovic manon marc marcel margaux marie marine marion martin martine mathieu mathilde
  matthieu maurice maxime melanie michel michele mickael mohamed monique myriam nadia nathalie nathan nicolas nicole
  noemie oceane olivier pascal patrice patricia patrick paul pauline philippe pierre quentin raphael raymond regis
  remi remy richard robert robin roger roland romain sabrina samuel sandra sandrine sarah sebastien serge severine
  simon sophie stephane stephanie sylvain sylvie theo theodore thierry thomas tristan valentin valerie vanessa
  veronique victor vincent virginie xavier yann yannick yasmine yves zoe
  michael michelle ashley amanda nicole daniel jordan taylor hannah andrew joshua matthew anthony charlie maggie
  ginger buster pepper cookie chelsea liverpool arsenal madrid barcelona barcelone juventus milan
  money argent euro euros banque bank dollar travail boulot patron chef metier retraite salaire
  musique music guitare piano rock metal rap johnny beatles elvis madonna rihanna nirvana metallica
  dieu jesus christ marie ange angel angels diable devil satan allah bouddha heaven paradis enfer
  bleu rouge vert jaune noir blanc rose violet blue red green yellow black white purple silver gold argent
  one two three un deux trois quatre cinq six sept huit neuf dix zero premier
  abc abcd abcde abcdef abcdefg abcdefgh xyz trustno superstar super mega ultra power force freedom peace paix
  happy heureux heureuse sexy beau belle mignon mignonne gentil gentille cool top genial magique magic merlin
  `
    .trim()
    .split(/\s+/),
);

/** Letters that people tell by a digit or a sign. */
const TOLD: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b' },
  ...{ '@': 'a', $: 's', '!': 'i', '€': 'e' },
};

/** Rows of keyboards, and orders that everybody knows. */
const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
  '1a2z3e4r5t6y7u8i9o0p',
  '1q2w3e4r5t6y7u8i9o0p',
];
const LONGEST_JUDGED = 40;
const SHORTEST_OWN = 3;

/**
 * Whether a password is among the first that somebody would try: a known word,
 * a name, what is known of the person, a run, a repetition or a date, with
 * what people put around it. A phrase of several words is none of these.
 *
 * @param own what others know of the person
 */
export function isCommonPassword(password: string, own: readonly string[]): boolean {
  const text = plain(password);
  if (text.length > LONGEST_JUDGED) return false;
  if (isRepeated(text) || isRun(text)) return true;
  const known = own
    .flatMap((each) => plain(each).split(/[^a-z]+/))
    .filter((word) => word.length >= SHORTEST_OWN);
  const isKnown = (word: string): boolean => WORDS.has(word) || known.includes(word);
  return coresOf(text).some(
    (core) => core === '' || isKnown(core) || isKnown(half(core)) || isTwo(core, isKnown),
  );
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** What is left without the digits and signs around, the rest being read as it is and with letters told by digits. */
function coresOf(text: string): string[] {
  const bare = text.replace(/^[^a-z]{1,40}/, '').replace(/[^a-z]{1,40}$/, '');
  const told = (each: string): string => Array.from(each, (letter) => TOLD[letter] ?? letter).join('');
  return [bare, told(bare), told(text), told(text.replace(/[^a-z@$!€]{1,40}$/, ''))].map((each) =>
    each.replace(/[^a-z]/g, ''),
  );
}

/** `soleil` of `soleilsoleil`. */
function half(core: string): string {
  const middle = core.length / 2;
  return core.slice(0, middle) === core.slice(middle) ? core.slice(0, middle) : '';
}

/** Two known words and no more: `jeanmarie`, `bonjourparis`. */
function isTwo(core: string, isKnown: (word: string) => boolean): boolean {
  if (core.length > 14) return false;
  return Array.from({ length: core.length }, (_, at) => at).some(
    (at) => isKnown(core.slice(0, at)) && isKnown(core.slice(at)),
  );
}

function isRepeated(text: string): boolean {
  return [1, 2, 3, 4].some(
    (length) => text === text.slice(0, length).repeat(text.length).slice(0, text.length),
  );
}

function isRun(text: string): boolean {
  const backwards = Array.from(text).toReversed().join('');
  return RUNS.some((run) => run.includes(text) || run.includes(backwards));
}
