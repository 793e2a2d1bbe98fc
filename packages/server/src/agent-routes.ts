import type { AgentRoute } from './agent-route.ts';
import { accountRoutes } from './pages/agent-accounts.ts';
import { appointmentRoutes } from './pages/agent-appointment.ts';
import { agendaRoutes } from './pages/agent-appointments.ts';
import { bookingRoutes } from './pages/agent-booking.ts';
import { feedbackChangeRoutes } from './pages/agent-feedback-changes.ts';
import { feedbackDetailRoutes } from './pages/agent-feedback-detail.ts';
import { feedbackEntryRoutes } from './pages/agent-feedback-entry.ts';
import { factorRoutes } from './pages/agent-factor.ts';
import { feedbackRoutes } from './pages/agent-feedback.ts';
import { homeRoutes } from './pages/agent-home.ts';
import { indicatorRoutes } from './pages/agent-indicators.ts';
import { journalRoutes } from './pages/agent-journal.ts';
import { mailDetailRoutes } from './pages/agent-mail-detail.ts';
import { mailEntryRoutes } from './pages/agent-mail-entry.ts';
import { mailImportRoutes } from './pages/agent-mail-import.ts';
import { mailRoutes } from './pages/agent-mail.ts';
import { measurementRoutes } from './pages/agent-measurement.ts';
import { movingRoutes } from './pages/agent-moving.ts';
import { openingChangeRoutes } from './pages/agent-opening-changes.ts';
import { openingExceptionRoutes } from './pages/agent-opening-exceptions.ts';
import { openingRoutes } from './pages/agent-openings.ts';
import { ownRoutes } from './pages/agent-own.ts';
import { personActRoutes } from './pages/agent-person-acts.ts';
import { personRoutes } from './pages/agent-person.ts';
import { publicationRoutes } from './pages/agent-publication.ts';

/** Every route of the agents, by hand: what serves them and what tests who may use them read this list. */
export const agentRoutes: readonly AgentRoute[] = [
  ...homeRoutes,
  ...ownRoutes,
  ...factorRoutes,
  ...accountRoutes,
  ...journalRoutes,
  ...agendaRoutes,
  // What an id names comes last in its group: of two that fit an address, the first serves it.
  ...bookingRoutes,
  ...appointmentRoutes,
  ...movingRoutes,
  ...openingRoutes,
  ...openingChangeRoutes,
  ...openingExceptionRoutes,
  ...feedbackRoutes,
  ...feedbackEntryRoutes,
  ...feedbackDetailRoutes,
  ...feedbackChangeRoutes,
  ...mailRoutes,
  ...mailEntryRoutes,
  ...mailImportRoutes,
  ...mailDetailRoutes,
  ...indicatorRoutes,
  ...measurementRoutes,
  ...publicationRoutes,
  ...personRoutes,
  ...personActRoutes,
];
