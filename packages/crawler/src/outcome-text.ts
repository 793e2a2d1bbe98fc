import type { AddressOutcome } from './facts.ts';

const OUTCOMES: Readonly<Record<AddressOutcome, string>> = {
  ok: 'lue',
  redirected: 'redirigée',
  gone: 'page absente',
  server_error: 'erreur du serveur',
  blocked: 'accès refusé',
  network_error: 'pas de réponse exploitable',
  timeout: 'délai dépassé',
  too_large: 'trop volumineuse',
  not_html: 'autre type de document',
  invalid_content: 'contenu illisible',
  loop: 'redirections sans fin',
  trap: 'adresses sans fin',
  out_of_scope: 'non demandée',
  refused_by_robots: 'interdite par robots.txt',
};

const REASONS: Readonly<Record<string, string>> = {
  dns: 'nom de site inconnu',
  refused: 'connexion refusée',
  reset: 'connexion coupée',
  tls: 'certificat non valable',
  connect: 'connexion trop longue',
  empty: 'réponse vide',
  encoding: 'contenu mal compressé',
  location: 'redirection sans adresse',
  address: 'adresse qui ne se lit pas',
  late: 'le navigateur n’a pas fini à temps',
  truncated: 'réponse incomplète',
  protocol: 'réponse qui n’est pas du HTTP',
  private: 'adresse privée',
  port: 'port inhabituel',
  scheme: 'type d’adresse refusé',
  'other-host': 'autre site que celui de l’audit',
  'robots-unreachable': 'robots.txt ne répond pas',
  budget: 'limite de l’audit atteinte',
  denied: 'exclue par la configuration',
  'never-asked': 'formulaire, recherche ou prise de rendez-vous : jamais demandés',
  elements: 'trop d’éléments',
  levels: 'éléments trop imbriqués',
  'same-content': 'même contenu qu’une autre page',
  'no-type': 'type de contenu non déclaré',
  'late-charset': 'codage déclaré trop loin dans la page',
  'given-up': 'le site refusait de répondre, l’audit n’a pas insisté',
  proxy: 'le serveur mandataire du réseau n’a pas laissé passer',
  silent: 'le serveur n’a rien répondu',
  older: 'plus ancien que les derniers de sa liste',
  acts: 'recueil des actes, hors du tirage',
  pager: 'suite d’une longue liste',
  session: 'numéro de session dans l’adresse',
  repeat: 'adresse qui s’allonge en se répétant',
  far: 'trop loin de l’accueil',
  pattern: 'même forme que beaucoup d’autres',
  doctype: 'type de document refusé',
  xml: 'XML mal formé',
  cut: 'XML interrompu ou mal formé, le début est gardé',
  nested: 'XML trop profond',
  'not-sitemap': 'ce n’est pas un plan de site',
  'too-many': 'plus de 50 000 adresses',
  relative: 'adresses relatives, contre la norme',
  elsewhere: 'adresses d’un autre site, écartées',
  'bad-address': 'adresses qui ne se lisent pas, écartées',
  navigations: 'la page se recharge sans cesse',
  crash: 'le navigateur s’est arrêté',
};

/** In plain French, for the report: « accès refusé (403) », « pas de réponse exploitable, nom de site inconnu ». */
export function outcomeText(outcome: AddressOutcome, reason?: string, status?: number): string {
  const why = reason === undefined ? undefined : REASONS[reason];
  const text = why === undefined ? OUTCOMES[outcome] : `${OUTCOMES[outcome]}, ${why}`;
  return status === undefined || status < 400 ? text : `${text} (${String(status)})`;
}
