import type { Config } from '@qualepref/core';
import { cantTell, failed, siteCheck, type At, type Check } from '../check.ts';
import type { LinkFacts } from '../facts.ts';
import { askedTarget, isDead } from '../link-target.ts';
import type { Excerpt } from '../proposal.ts';
import { isCut } from '../site-reach.ts';
import { cut, fold } from '../text.ts';

interface Account {
  readonly key: string;
  readonly url: string;
  readonly text: string;
  readonly isDead: boolean;
  readonly at: At;
}

interface Row {
  readonly url: string;
  readonly isHome: boolean;
  readonly isCut: boolean;
  /** Of the home page. */
  readonly accounts: readonly Account[];
  readonly moderation: readonly string[];
}

const KEPT = 10;
const QUOTE = 150;
/** Networks, with the path that shares a page and is no account. */
const NETWORKS: readonly (readonly [host: string, sharing: RegExp])[] = [
  ['facebook.com', /^\/(?:sharer?|dialog|plugins|hashtag)\b/],
  ['x.com', /^\/(?:intent|share|home|search|hashtag|i)\b/],
  ['instagram.com', /^\/(?:p|explore|reel)\//],
  ['linkedin.com', /^\/(?:sharing|sharearticle|feed|in)\b/i],
  ['youtube.com', /^\/(?:watch|embed|playlist|shorts)\b/],
  ['dailymotion.com', /^\/(?:video|embed)\b/],
  ['threads.net', /^\/(?:intent)\b/],
  ['bsky.app', /^\/(?:intent)\b/],
  ['tiktok.com', /^\/(?:share)\b/],
  ['mastodon.social', /^\/(?:share)\b/],
  ['social.numerique.gouv.fr', /^\/(?:share)\b/],
];
/** The same network under another name. */
const SAME_HOST: Readonly<Record<string, string>> = { 'twitter.com': 'x.com', 'fb.com': 'facebook.com' };
const MODERATION =
  /(?<!\bavec )\bmoderation\b|\bmoderateurs?\b|\bcharte (?:des reseaux|de bonne conduite)\b|\bcharte d'(?:utilisation|usage)\b.{0,40}\b(?:reseaux|comptes?|commentaires?|page)\b|\bregles (?:d'utilisation|de publication|de bonne conduite).{0,40}\b(?:reseaux|comptes?|commentaires?)\b/;

/** Official accounts are reached from the home page; an account that the configuration does not know may be closed. */
export const socialAccounts: Check = siteCheck({
  id: 'social-accounts',
  items: ['RSX-02', 'RSX-03'],
  codes: {
    'account-missing': {
      items: ['RSX-01'],
      severity: 'minor',
      text: 'La page d’accueil ne mène pas au compte {name}, donné par la configuration : ajouter le lien, ou retirer le compte de qualepref.yml (accounts).',
    },
    'account-dead': {
      items: ['RSX-01'],
      severity: 'major',
      text: 'Le lien de la page d’accueil vers {name} mène à une page absente : le corriger, ou le retirer si le compte est fermé.',
    },
    'account-unknown': {
      items: ['RSX-01'],
      severity: 'minor',
      text: 'La page d’accueil mène à un compte que la configuration ne connaît pas ({name}) : vérifier qu’il est officiel et ouvert, puis l’ajouter à qualepref.yml (accounts), ou retirer le lien.',
    },
    'account-address': {
      items: ['RSX-01'],
      severity: 'info',
      text: 'L’adresse du compte {name} n’est pas configurée : vérifier le lien de la page d’accueil, et la donner dans qualepref.yml (accounts).',
    },
    'home-unread': {
      items: ['RSX-01'],
      severity: 'minor',
      text: 'La page d’accueil n’a pas été lue : l’ouvrir, et vérifier qu’elle mène aux comptes officiels.',
    },
  },
  project: (page): Row | null => {
    const { url, html } = page;
    const isHome = html.kind === 'home';
    const moderation = html.passages
      .filter(({ inMain, text }) => inMain && MODERATION.test(fold(text)))
      .map(({ text }) => cut(text, QUOTE))
      .slice(0, 1);
    const row = { url, isHome, isCut: isCut(page), moderation };
    if (!isHome) return moderation.length > 0 || row.isCut ? { ...row, accounts: [] } : null;
    const accounts = new Map(
      html.links.flatMap((link) => accountOf(link) ?? []).map((each) => [each.key, each]),
    );
    return { ...row, accounts: [...accounts.values()].slice(0, KEPT) };
  },
  *judge(rows, { config }) {
    if (config.accounts.length === 0) return;
    const homes = rows.filter(({ isHome }) => isHome);
    const [home] = homes;
    if (!home) {
      yield cantTell('home-unread');
      return;
    }
    const linked = homes.flatMap(({ accounts }) => accounts);
    const known = config.accounts.map((account) => ({ ...account, key: keyOf(account.address ?? '') }));
    for (const { key, ...account } of known) {
      const name = nameOf(account);
      const found = linked.find((each) => each.key === key);
      if (account.address === undefined)
        yield cantTell('account-address', { name }, { url: home.url, cause: name });
      else if (!found) yield failed('account-missing', { name }, { url: home.url, cause: `missing ${name}` });
    }
    for (const { key, text, isDead: dead, at, url } of linked) {
      const account = known.find((each) => each.key === key);
      const name = account ? nameOf(account) : `${text} : ${url}`;
      const there = { ...at, url: home.url };
      if (dead) yield failed('account-dead', { name }, there);
      else if (!account && known.every(({ address }) => address !== undefined))
        yield cantTell('account-unknown', { name }, there);
    }
  },
  *propose(rows, { config }) {
    const linked = rows.flatMap(({ accounts }) => accounts);
    if (config.accounts.length === 0)
      yield {
        item: 'RSX-01',
        answer: 'non_verifie',
        why: 'Les comptes officiels ne sont pas configurés : les indiquer dans qualepref.yml (accounts), avec leur adresse.',
        excerpts: linked.map(excerptOf),
      };
    else if (rows.length === 0)
      yield {
        item: 'RSX-01',
        answer: 'a_verifier',
        why: 'La page d’accueil n’a pas été lue : y chercher les liens vers les comptes officiels.',
        excerpts: [],
      };
    const toOpen = config.accounts.flatMap((account): Excerpt[] =>
      account.address === undefined ? [] : [{ url: account.address, about: nameOf(account) }],
    );
    yield {
      item: 'RSX-02',
      answer: 'a_verifier',
      why: 'Ouvrir chaque compte, noter la date de la dernière publication, relire le nom, le lien vers le site et les coordonnées. L’audit ne lit pas les réseaux sociaux.',
      excerpts: toOpen.length > 0 ? toOpen : linked.map(excerptOf),
    };
    const said = rows.flatMap(({ url, moderation }) => moderation.map((quote) => ({ url, quote })));
    const isPart = rows.some((row) => row.isCut);
    const why = isPart
      ? 'Aucune page lue ne parle de modération, mais l’audit n’a pas lu tout le site : chercher dans les autres pages, et dans la présentation des comptes.'
      : 'Aucune page lue ne parle de modération : les règles peuvent être dans la présentation des comptes, sinon les publier.';
    if (said.length > 0)
      yield {
        item: 'RSX-03',
        answer: 'conforme',
        why: 'Les règles de modération sont nommées : vérifier qu’elles disent ce qui est retiré et qui répond.',
        excerpts: said,
      };
    else yield { item: 'RSX-03', answer: isPart ? 'a_verifier' : 'non_conforme', why, excerpts: toOpen };
  },
});

function accountOf({ url, text, target, selector, line, zone, ...link }: LinkFacts): Account | null {
  const key = url === null ? '' : keyOf(url);
  if (url === null || key === '') return null;
  const asked = askedTarget({ url, text, selector, line, zone, ...link, ...(target ? { target } : {}) });
  return {
    ...{ key, url: cut(url, QUOTE), text: cut(text, QUOTE) },
    isDead: asked !== undefined && isDead(asked),
    at: { place: { selector, line, zone }, quote: cut(url, QUOTE), cause: key },
  };
}

/** Same for the same account, however its address is written; empty when it is none. */
function keyOf(address: string): string {
  const url = URL.parse(address);
  if (!url) return '';
  const bare = url.hostname.replace(/^(?:www|m|fr|fr-fr|mobile)\./, '');
  const host = SAME_HOST[bare] ?? bare;
  const network = NETWORKS.find(([name]) => host === name);
  const path = url.pathname
    .replace(/(?<!\/)\/+$/, '')
    .replace(/^\/@/, '/')
    .toLowerCase();
  if (!network || path === '' || network[1].test(`${path}/`)) return '';
  return host + path + (path.endsWith('.php') ? url.search : '');
}

function nameOf({ network, name }: Config['accounts'][number]): string {
  return name === undefined ? network : `${network} ${name}`;
}

function excerptOf({ url, text }: Account): Excerpt {
  return { url, about: text };
}
