import { criterionOf, grid, typeset, type Severity } from '@qualepref/core';
import { checks } from '@qualepref/crawler';
import { checkMeanings } from './check-meanings.ts';
import { code, table } from './markdown.ts';

type Check = (typeof checks)[number];
const FOLDER = 'packages/crawler/src/checks';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  blocking: 'bloquant',
  major: 'majeur',
  minor: 'mineur',
  info: 'information',
};

/** `docs/checks.md`: each check with why it is there, its codes and its grid items. */
export function checksPage(): string {
  return `# Les contrôles

Page écrite d’après les contrôles par \`npm run docs\` : les changer, et non cette page.

${String(checks.length)} contrôles lisent ce qui a été collecté ; aucun ne demande rien au site. Chacun donne une réponse à chaque point de la grille qu’il concerne : \`passed\` (rien à redire), \`failed\` (prouvé), \`cantTell\` (à regarder par une personne), \`inapplicable\` (rien n’y est concerné) ou \`untested\` (ce qu’il lui faut n’a pas été collecté). Les messages sont ceux du rapport, et finissent par ce qu’il faut faire ; \`{nom}\` y tient la place d’une valeur de la page. Gravités : bloquant (une obligation non tenue, ou une information fausse), majeur, mineur, information (dite, jamais comptée).

## Limites

- Un contrôle qui ne trouve rien ne prouve rien : pour le RGAA, le rapport ne dit jamais plus que « aucun défaut relevé (test automatique) ».
- Ce qui demande un navigateur est jugé sur un échantillon de pages, sauf avec \`--exhaustive\` ; le rapport borne ce qu’il peut manquer.
- Une page qui se refuse à l’audit, ou tombe en panne, est à vérifier à la main ; ce n’est jamais un lien mort.
- Un mot trouvé est un indice. Les points que décide une personne viennent avec une réponse proposée, ses raisons et des extraits, jamais avec un verdict.
- Les fiches nationales ne sont jugées qu’avec un flux récent (\`--feed\`), l’annuaire que s’il a été lu (\`--annuaire\`).

## Par point de la grille

${table(['point', 'contrôles'], byItem())}
## Par nom

${[...checks].map(part).join('\n')}`;
}

function itemsOf(check: Check): string[] {
  const own = Object.values(check.codes).flatMap(({ items }) => items);
  const proposed = check.scope === 'site' ? (check.items ?? []) : [];
  return [...new Set([...own, ...proposed])].sort();
}

function byItem(): string[][] {
  return grid.map(({ id, label }) => {
    const own = checks.filter((check) => itemsOf(check).includes(id));
    return [`${code(id)} ${label}`, own.map((check) => `[${check.id}](#${check.id})`).join(', ')];
  });
}

function part(check: Check): string {
  const { id, codes } = check;
  const rows = Object.entries(codes).map(([name, { severity, items, rgaa = [], text }]) => [
    ...[code(name), SEVERITIES[severity], items.join(', '), rgaa.map(criterion).join(', ')],
    text.replaceAll('<', '\\<').replaceAll('*', '\\*').replaceAll('|', '\\|'),
  ]);
  const head = ['code', 'gravité', 'points', 'RGAA', 'message'];
  return `### ${id}

${meaningOf(id)}

${seenBy(check)} Points : ${itemsOf(check).join(', ') || 'aucun, des critères du RGAA seulement'}. [Source](../${FOLDER}/${id}.ts)

${rows.length > 0 ? table(head, rows) : ''}`;
}

function criterion(id: string): string {
  if (criterionOf(id) === undefined) throw new Error(`unknown criterion ${id}`);
  return id;
}

function seenBy(check: Check): string {
  if (check.scope === 'site') return 'Compare les pages du site.';
  if (check.needs === 'html') return 'Lit le code de chaque page.';
  const looks = (check.looks ?? []).map((look) => code(look.replace(/^\w+\./, ''))).join(', ');
  return looks === ''
    ? 'Lit la page telle que le navigateur l’affiche.'
    : `Lit ce que le navigateur a essayé sur la page : ${looks}.`;
}

function meaningOf(id: string): string {
  const meaning = checkMeanings[id];
  if (meaning === undefined) throw new Error(`${id} has no sentence in check-meanings.ts`);
  return typeset(meaning);
}
