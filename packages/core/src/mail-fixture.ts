import type { MailEntry } from './correspondence.ts';

/** An e-mail answered in time, for tests. */
export function exampleMail(over: Partial<MailEntry> = {}): MailEntry {
  return {
    id: '2026-00417',
    channel: 'email',
    site: 'aix',
    service: 'accueil',
    receivedOn: '2026-11-24',
    subject: 'Horaires d’ouverture',
    answeredOn: '2026-11-26',
    template: undefined,
    ...over,
  };
}
