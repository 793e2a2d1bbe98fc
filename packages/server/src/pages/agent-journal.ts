import { feedbackStateLabels } from '@qualepref/core';
import { html } from 'hono/html';
import { roleNames } from '../access.ts';
import { page, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { longTime } from '../date-words.ts';
import { journalActions, type JournalAction } from '../journal.ts';
import { identityProofs } from '../person-search.ts';
import { zoneAt } from '../site-time.ts';
import { listJournal, type JournalLine } from '../store/journal-store.ts';
import { nothing, table, words } from './agent-html.ts';

const MOST = 100;

async function journalPage({ world, db, query }: AgentAsked): Promise<Page> {
  const before = /^\d{1,15}$/.test(query['avant'] ?? '') ? { before: Number(query['avant']) } : {};
  const lines = await listJournal(db, { ...before, most: MOST + 1 });
  const shown = lines.slice(0, MOST);
  const zone = zoneAt(world);
  return {
    title: 'Journal',
    body: html`<p>
        ${words('Ce qui a été fait, par qui et sur quoi. Ni nom ni adresse du public n’y est écrit. Il se lit, et ne se modifie pas.')}
      </p>
      ${table<JournalLine>(
        'Du plus récent au plus ancien',
        [
          { title: 'Quand', isHead: true, show: ({ at }) => longTime(at, zone) },
          { title: 'Qui', show: ({ name }) => name ?? '–' },
          { title: 'Quoi', show: ({ action }) => journalActions[action as JournalAction] },
          { title: 'Sur', isWritten: true, show: ({ object }) => objectText(object) },
          { title: 'Précisions', isWritten: true, show: ({ details }) => detailsText(details) },
        ],
        shown,
      )}
      ${
        lines.length > MOST
          ? html`<p><a href="/agents/journal?avant=${String(shown.at(-1)?.id ?? 0)}">Plus ancien</a></p>`
          : nothing
      }`,
  };
}

const kinds: Readonly<Record<string, string>> = {
  ...{ account: 'compte', appointment: 'rendez-vous', opening: 'ouverture', feedback: 'fiche' },
  ...{
    mail: 'courrier',
    measurement: 'mesure',
    month: 'mois',
    results: 'résultats',
    person: 'personne',
    suspension: 'suspension',
  },
};

const detailNames: Readonly<Record<string, string>> = {
  ...{ role: 'rôle', kind: 'sorte', channel: 'canal', to: 'état', attendance: 'présence' },
  ...{ count: 'nombre', left: 'restants', lines: 'lignes', changed: 'dont changées', from: 'à partir de' },
  ...{ proof: 'identité prouvée par', isKept: 'gardée jusqu’à la réponse' },
};

/** `fiche VAL-2611-K7M4QXR`, of a kind and an id. */
function objectText(object: string): string {
  return object.replace(/^[a-z]+/, (kind) => kinds[kind] ?? kind);
}

function detailsText(details: JournalLine['details']): string {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${detailNames[name] ?? name} ${wordOf(name, value)}`)
    .join(', ');
}

const NAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: roleNames,
  to: feedbackStateLabels,
  proof: identityProofs,
  isKept: { true: 'oui', false: 'non' },
};

function wordOf(name: string, value: JournalLine['details'][string]): string {
  const text = String(value);
  return NAMED[name]?.[text] ?? text;
}

/** The journal, to read. */
export const journalRoutes: readonly AgentRoute[] = [
  page({
    path: '/journal',
    roles: ['administrator', 'quality-manager'],
    object: () => ({ isWhole: true }),
    handle: journalPage,
  }),
];
