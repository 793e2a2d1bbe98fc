import type { AgentRoute } from './agent-route.ts';
import { accountRoutes } from './pages/agent-accounts.ts';
import { journalRoutes } from './pages/agent-journal.ts';
import { ownRoutes } from './pages/agent-own.ts';

/** Every route of the agents, by hand: what serves them and what tests who may use them read this list. */
export const agentRoutes: readonly AgentRoute[] = [...accountRoutes, ...journalRoutes, ...ownRoutes];
