import { expect, test } from 'vitest';
import { acknowledgement, type ServiceContact } from './acknowledgement.ts';
import { feedbackDelay } from './reply.ts';
import { referenceOf } from './reference.ts';

const reference = referenceOf('AIX', '2026-11-24', () => 0.5);

const service: ServiceContact = {
  name: 'Bureau de l’accueil',
  address: '1 rue de l’Exemple, 13100 Aix-en-Provence',
  email: 'accueil@exemple.fr',
  phone: '04 65 71 00 00',
};

type Asked = Parameters<typeof acknowledgement>[0];

const acknowledge = (over: Partial<Asked> = {}, from: ServiceContact | undefined = service) =>
  acknowledgement(
    {
      reference,
      kind: 'complaint',
      receivedOn: '2026-11-24',
      name: 'Camille Exemple',
      replyTo: { email: 'camille@exemple.fr' },
      ...over,
    },
    { service: from, delay: feedbackDelay.value, calendar: { zone: 'metropole', closings: [] } },
  );

const lines = (over: Partial<Asked> = {}, from?: ServiceContact) =>
  acknowledge(over, from).lines.map(({ fr, en }) => [fr.replaceAll('\u00A0', ' '), en]);

test('an acknowledgement says when it was received, by which service, and by when the reply is due', () => {
  expect(lines()).toEqual([
    [
      `Votre réclamation a été reçue le 24 novembre 2026 et porte la référence ${reference}.`,
      `Your complaint was received on 24 November 2026 and its reference is ${reference}.`,
    ],
    [
      'Service chargé de votre réclamation : Bureau de l’accueil, 1 rue de l’Exemple, 13100 Aix-en-Provence, accueil@exemple.fr, téléphone 04 65 71 00 00.',
      'Service in charge of your complaint: Bureau de l’accueil, 1 rue de l’Exemple, 13100 Aix-en-Provence, accueil@exemple.fr, phone 04 65 71 00 00.',
    ],
    [
      'Une réponse vous sera envoyée par courriel au plus tard le 8 décembre 2026.',
      'A reply will be sent to you by e-mail by 8 December 2026 at the latest.',
    ],
  ]);
});

test('its data are those of its sentences, and nothing in it says who wrote or what', () => {
  expect(acknowledge()).toMatchObject({
    reference,
    receivedOn: '2026-11-24',
    service,
    due: '2026-12-08',
    issues: [],
  });
  expect(acknowledge()).not.toHaveProperty('reason');
  expect(JSON.stringify(acknowledge())).not.toMatch(/camille/i);
});

test('a reply goes by post to who gives no e-mail address', () => {
  const [, , last] = lines({ replyTo: { email: ' ', postal: '1 rue de l’Exemple' } });
  expect(last).toEqual([
    'Une réponse vous sera envoyée par courrier au plus tard le 8 décembre 2026.',
    'A reply will be sent to you by post by 8 December 2026 at the latest.',
  ]);
});

test('to whom no reply can be sent, it is said plainly', () => {
  expect(acknowledge({ name: undefined })).toMatchObject({ due: null, reason: 'anonymous' });
  expect(lines({ name: undefined }).at(-1)).toEqual([
    'Votre réclamation n’est pas signée : aucune réponse ne peut vous être envoyée.',
    'Your complaint is not signed: no reply can be sent to you.',
  ]);
  expect(acknowledge({ replyTo: undefined })).toMatchObject({ due: null, reason: 'no-address' });
  expect(lines({ replyTo: undefined, kind: 'suggestion' }).at(-1)).toEqual([
    'Votre suggestion ne donne ni adresse électronique ni adresse postale : aucune réponse ne peut vous être envoyée.',
    'Your suggestion gives neither an e-mail nor a postal address: no reply can be sent to you.',
  ]);
});

test('a plain request is told that it goes to the service that answers it', () => {
  expect(acknowledge({ kind: 'request' })).toMatchObject({ due: null, reason: 'request' });
  expect(lines({ kind: 'request' })[0]?.[0]).toMatch('Votre demande a été reçue');
  expect(lines({ kind: 'request' }).at(-1)).toEqual([
    'Ce n’est ni une réclamation ni une suggestion : votre demande est transmise au service compétent.',
    'It is neither a complaint nor a suggestion: your request is passed on to the relevant service.',
  ]);
});

test('a service is named with what is known of it, and what is missing is listed', () => {
  const named = (over: Partial<ServiceContact>) => {
    const { name } = service;
    return { issues: acknowledge({}, { name, ...over }).issues, line: lines({}, { name, ...over })[1]?.[0] };
  };
  expect(named({})).toEqual({
    issues: ['service-address', 'service-phone'],
    line: 'Service chargé de votre réclamation : Bureau de l’accueil.',
  });
  expect(named({ email: 'accueil@exemple.fr' }).issues).toEqual(['service-phone']);
  expect(named({ address: '1 rue de l’Exemple', phone: '04 65 71 00 00' })).toEqual({
    issues: [],
    line: 'Service chargé de votre réclamation : Bureau de l’accueil, 1 rue de l’Exemple, téléphone 04 65 71 00 00.',
  });
  expect(named({ phone: '04 65 71 00 00' }).issues).toEqual(['service-address']);
});

test('without a service, all of it is missing and no sentence names one', () => {
  const unknown = acknowledgement(
    { reference, kind: 'complaint', receivedOn: '2026-11-24', name: undefined, replyTo: undefined },
    { delay: feedbackDelay.value, calendar: { zone: 'metropole', closings: [] } },
  );
  expect(unknown.issues).toEqual(['service', 'service-address', 'service-phone']);
  expect(unknown.lines).toHaveLength(2);
  expect(unknown).not.toHaveProperty('service');
});

test('days are written as each language writes them', () => {
  expect(lines({ receivedOn: '2026-12-01' })[0]).toEqual([
    `Votre réclamation a été reçue le 1er décembre 2026 et porte la référence ${reference}.`,
    `Your complaint was received on 1 December 2026 and its reference is ${reference}.`,
  ]);
  expect(
    Array.from({ length: 12 }, (_, at) => {
      const month = String(at + 1).padStart(2, '0');
      return /on 9 (\w+) 2026/.exec(lines({ receivedOn: `2026-${month}-09` })[0]?.[1] ?? '')?.[1];
    }),
  ).toEqual([
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ]);
});
