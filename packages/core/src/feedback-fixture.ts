import { receiveFeedback, type Feedback, type NewFeedback } from './feedback.ts';
import { referenceOf } from './reference.ts';

/** A signed complaint that came by the website, for tests. */
export function exampleFeedback(over: Partial<NewFeedback> = {}): Feedback {
  const { receivedOn = '2026-11-24' } = over;
  return receiveFeedback({
    reference: referenceOf('AIX', receivedOn, () => 0.5),
    kind: 'complaint',
    channel: 'website',
    enteredBy: 'public',
    site: 'aix',
    theme: 'attente',
    text: 'L’attente au guichet a duré deux heures.',
    receivedOn,
    name: 'Camille Exemple',
    replyTo: { email: 'camille@exemple.fr' },
    on: receivedOn,
    by: 'usager',
    ...over,
  });
}
