import { createHash } from 'node:crypto';
import { typeset, type Language, type PublicText } from '@qualepref/core';
import { calendarFile } from './calendar-file.ts';
import { clockTime, weekdayAndDay } from './date-words.ts';
import { digestFor, digestReaders } from './digest.ts';
import { answeredDraft, receivedDraft } from './feedback-letters.ts';
import { told, type Draft } from './letter-draft.ts';
import { pageOf, textOf, type Part } from './letter-layout.ts';
import { appointmentLink, confirmationLink } from './links.ts';
import type { Letter } from './mail.ts';
import type { MailJob } from './queue.ts';
import { languageFor, mailedAppointment, type MailedAppointment } from './store/mail-store.ts';
import { pendingOf } from './store/pending-store.ts';
import type { World } from './world.ts';

/**
 * Writes the message that a job asks for, from what is true when it leaves.
 *
 * @returns undefined when there is nobody or nothing left to write about: erased, confirmed too late, cancelled since
 */
export async function letterFor(world: World, job: MailJob): Promise<Letter | undefined> {
  const draft = await WRITERS[job.kind](world, job);
  if (!draft) return undefined;
  const { server } = world.settings;
  const { to, language, event } = draft;
  const isFrench = language === 'fr';
  const subject = isFrench ? typeset(draft.subject) : draft.subject;
  const parts = [
    isFrench ? 'Bonjour,' : 'Hello,',
    ...draft.parts,
    isFrench
      ? 'Ce message est envoyé automatiquement : il n’est pas utile d’y répondre.'
      : 'This message is sent automatically: there is no need to reply.',
    server.name,
  ].map((part) => (isFrench && typeof part === 'string' ? typeset(part) : part));
  return {
    id: messageId(world, job),
    from: { name: server.name, address: senderOf(world) },
    date: world.now(),
    ...{ to, language, subject },
    text: textOf(parts),
    html: await pageOf(subject, parts, language),
    ...(event ? { event } : {}),
  };
}

function senderOf({ settings }: World): string {
  return settings.server.mail?.from ?? `ne-pas-repondre@${hostOf(settings.server.address)}`;
}

/** The same for the same occasion: a mailbox that gets it again knows it. */
function messageId({ settings }: World, { kind, of, occasion }: MailJob): string {
  const digest = createHash('sha256').update(`${kind} ${of} ${occasion}`).digest('hex').slice(0, 32);
  return `<${digest}@${hostOf(settings.server.address)}>`;
}

function hostOf(address: string): string {
  return new URL(address).hostname;
}

type Writer = (world: World, job: MailJob) => Promise<Draft | undefined>;

const WRITERS: Readonly<Record<MailJob['kind'], Writer>> = {
  'appointment-booked': appointmentWriter({
    state: 'booked',
    subject: {
      fr: 'Votre rendez-vous est confirmé ({reference})',
      en: 'Your appointment is confirmed ({reference})',
    },
    opening: { fr: 'Votre rendez-vous est confirmé.', en: 'Your appointment is confirmed.' },
  }),
  'appointment-moved': appointmentWriter({
    state: 'booked',
    subject: {
      fr: 'Votre rendez-vous est déplacé ({reference})',
      en: 'Your appointment has been moved ({reference})',
    },
    opening: {
      fr: 'Votre rendez-vous est déplacé. Voici la nouvelle date ; l’ancienne ne vaut plus.',
      en: 'Your appointment has been moved. This is the new date; the former one is no longer valid.',
    },
  }),
  'appointment-cancelled': appointmentWriter({
    state: 'cancelled',
    subject: {
      fr: 'Votre rendez-vous est annulé ({reference})',
      en: 'Your appointment is cancelled ({reference})',
    },
    opening: {
      fr: 'Le rendez-vous ci-dessous est annulé : il n’y a plus rien à faire.',
      en: 'The appointment below is cancelled: there is nothing left to do.',
    },
  }),
  'appointment-reminder': appointmentWriter({
    state: 'booked',
    subject: {
      fr: 'Rappel de votre rendez-vous ({reference})',
      en: 'Reminder of your appointment ({reference})',
    },
    opening: {
      fr: 'Vous avez bientôt rendez-vous. Si vous ne pouvez pas venir, annulez : la place servira à quelqu’un d’autre.',
      en: 'You have an appointment soon. If you cannot come, please cancel: somebody else can use the place.',
    },
  }),
  'appointment-to-confirm': confirmationWriter('appointment', {
    subject: {
      fr: 'Confirmez votre demande de rendez-vous',
      en: 'Please confirm your request for an appointment',
    },
    opening: {
      fr: 'Vous avez demandé un rendez-vous. Il n’est pas encore pris : ouvrez le lien ci-dessous et confirmez.',
      en: 'You have asked for an appointment. It is not booked yet: open the link below and confirm.',
    },
  }),
  'feedback-to-confirm': confirmationWriter('feedback', {
    subject: { fr: 'Confirmez l’envoi de votre message', en: 'Please confirm that you send your message' },
    opening: {
      fr: 'Vous avez rempli un formulaire. Il n’est pas encore envoyé : ouvrez le lien ci-dessous et confirmez.',
      en: 'You have filled in a form. It is not sent yet: open the link below and confirm.',
    },
  }),
  'person-to-confirm': async (world, job) =>
    (await exportWriter(world, job)) ?? (await eraseWriter(world, job)),
  'feedback-received': (world, { of }) => receivedDraft(world, of),
  'feedback-answered': (world, { of }) => answeredDraft(world, of),
  digest: async (world, { of }) => {
    const reader = (await digestReaders(world)).find(({ key }) => key === of);
    const digest = reader && (await digestFor(world, reader));
    return digest && { to: reader.address, language: 'fr', ...digest };
  },
};

interface Wording {
  readonly subject: PublicText;
  readonly opening: PublicText;
}

function appointmentWriter({
  state,
  subject,
  opening,
}: Wording & { readonly state: MailedAppointment['state'] }): Writer {
  return async (world, { of }) => {
    const appointment = await mailedAppointment(world.store.db, of);
    // Cancelled since: its own message says so.
    if (appointment?.state !== state) return undefined;
    const language = languageFor(appointment.language);
    return {
      ...{ to: appointment.email, language },
      subject: told(subject, language).replace('{reference}', appointment.reference),
      parts: [
        told(opening, language),
        { facts: appointmentFacts(world, appointment, language) },
        ...(state === 'booked' ? comingParts(world, appointment, language) : []),
      ],
      event: eventOf(world, appointment, language),
    };
  };
}

function appointmentFacts(
  { settings }: World,
  { reference, site, procedure, start }: MailedAppointment,
  language: Language,
): [string, string][] {
  const place = settings.config.sites.find(({ id }) => id === site);
  const label = settings.config.procedures.find(({ id }) => id === procedure)?.label;
  const where = [place?.name ?? site, place?.address].filter((part) => part !== undefined).join(', ');
  const isFrench = language === 'fr';
  return [
    [isFrench ? 'Référence' : 'Reference', reference],
    [isFrench ? 'Date et heure' : 'Date and time', timeLabel(start, language)],
    [isFrench ? 'Lieu' : 'Place', where],
    ...(label ? [[isFrench ? 'Démarche' : 'Procedure', told(label, language)] as [string, string]] : []),
  ];
}

function comingParts(world: World, { id, procedure }: MailedAppointment, language: Language): Part[] {
  const isFrench = language === 'fr';
  const documents = world.settings.config.procedures.find((each) => each.id === procedure)?.documents ?? [];
  return [
    ...(documents.length === 0
      ? []
      : [
          isFrench ? 'À apporter :' : 'Please bring:',
          { items: documents.map((document) => told(document, language)) },
        ]),
    isFrench
      ? 'La démarche et le rendez-vous sont gratuits. Personne ne peut vous vendre une place.'
      : 'Booking is free of charge. Nobody may sell you a place.',
    {
      link: appointmentLink(world, id),
      label: isFrench ? 'Déplacer ou annuler ce rendez-vous' : 'Move or cancel this appointment',
    },
  ];
}

function eventOf(
  { settings, now }: World,
  appointment: MailedAppointment,
  language: Language,
): Letter['event'] {
  const { server, config } = settings;
  const site = config.sites.find(({ id }) => id === appointment.site) ?? { name: appointment.site };
  return calendarFile(appointment, {
    host: hostOf(server.address),
    now: now(),
    language,
    title: { fr: server.name },
    site,
  });
}

function confirmationWriter(kind: 'appointment' | 'feedback' | 'export' | 'erase', wording: Wording): Writer {
  return async (world, { of }) => {
    const pending = await pendingOf(world.store.db, of, world.now());
    if (pending?.kind !== kind) return undefined;
    const language = languageFor(pending.language);
    const isFrench = language === 'fr';
    return {
      ...{ to: pending.email, language },
      subject: told(wording.subject, language),
      parts: [
        told(wording.opening, language),
        { link: confirmationLink(world, of), label: isFrench ? 'Confirmer' : 'Confirm' },
        isFrench
          ? 'Ce lien vaut quinze minutes. Si vous n’avez rien demandé, ignorez ce message : rien ne sera fait.'
          : 'This link is valid for fifteen minutes. If you asked for nothing, ignore this message: nothing will be done.',
      ],
    };
  };
}

const exportWriter = confirmationWriter('export', {
  subject: { fr: 'Vos données : confirmez votre demande', en: 'Your data: please confirm your request' },
  opening: {
    fr: 'Quelqu’un a demandé une copie des données que nous gardons sous cette adresse. Si c’est vous, confirmez.',
    en: 'Somebody asked for a copy of the data that we keep under this address. If it was you, please confirm.',
  },
});

const eraseWriter = confirmationWriter('erase', {
  subject: { fr: 'Vos données : confirmez leur effacement', en: 'Your data: please confirm its erasure' },
  opening: {
    fr: 'Quelqu’un a demandé l’effacement des données que nous gardons sous cette adresse ; un rendez-vous à venir serait annulé. Si c’est vous, confirmez ; la page demande ce que devient une réclamation encore sans réponse.',
    en: 'Somebody asked for the data that we keep under this address to be erased; an appointment to come would be cancelled. If it was you, please confirm; the page asks what becomes of a complaint that has no reply yet.',
  },
});

/** `vendredi 27 novembre 2026 à 9 h 30`: the clock of the site, as its local time writes it. */
function timeLabel(start: string, language: Language): string {
  const day = weekdayAndDay(start.slice(0, 10), language);
  return `${day} ${language === 'fr' ? 'à' : 'at'} ${clockTime(start, language)}`;
}
