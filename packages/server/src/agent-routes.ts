import type { AgentRoute } from './agent-route.ts';
import { accountRoutes } from './pages/agent-accounts.ts';
import { appointmentRoutes } from './pages/agent-appointments.ts';
import { factorRoutes } from './pages/agent-factor.ts';
import { feedbackRoutes } from './pages/agent-feedback.ts';
import { homeRoutes } from './pages/agent-home.ts';
import { indicatorRoutes } from './pages/agent-indicators.ts';
import { journalRoutes } from './pages/agent-journal.ts';
import { mailRoutes } from './pages/agent-mail.ts';
import { openingRoutes } from './pages/agent-openings.ts';
import { ownRoutes } from './pages/agent-own.ts';
import { publicationRoutes } from './pages/agent-publication.ts';

/** Every route of the agents, by hand: what serves them and what tests who may use them read this list. */
export const agentRoutes: readonly AgentRoute[] = [
  ...accountRoutes,
  ...appointmentRoutes,
  ...factorRoutes,
  ...feedbackRoutes,
  ...homeRoutes,
  ...publicationRoutes,
  ...indicatorRoutes,
  ...journalRoutes,
  ...mailRoutes,
  ...openingRoutes,
  ...ownRoutes,
];
