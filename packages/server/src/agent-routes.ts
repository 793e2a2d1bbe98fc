import type { AgentRoute } from './agent-route.ts';
import { accountRoutes } from './pages/agent-accounts.ts';
import { appointmentRoutes } from './pages/agent-appointments.ts';
import { feedbackRoutes } from './pages/agent-feedback.ts';
import { journalRoutes } from './pages/agent-journal.ts';
import { openingRoutes } from './pages/agent-openings.ts';
import { ownRoutes } from './pages/agent-own.ts';

/** Every route of the agents, by hand: what serves them and what tests who may use them read this list. */
export const agentRoutes: readonly AgentRoute[] = [
  ...accountRoutes,
  ...appointmentRoutes,
  ...feedbackRoutes,
  ...journalRoutes,
  ...openingRoutes,
  ...ownRoutes,
];
