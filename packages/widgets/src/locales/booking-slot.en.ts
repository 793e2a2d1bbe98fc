import type { SlotTexts } from './booking-slot.fr.ts';

const plural: Intl.PluralRules = new Intl.PluralRules('en');
const counted = (count: number, one: string, other: string): string =>
  `${String(count)} ${plural.select(count) === 'one' ? one : other}`;

/** What is said of slots, and of what is booked elsewhere, in English. */
export const en: SlotTexts = {
  view: 'How slots are shown',
  week: 'By week',
  month: 'By month',
  earlier: 'Earlier days',
  later: 'Later days',
  monthBefore: 'Previous month',
  monthAfter: 'Next month',
  range: (from, to) => `From ${from} to ${to}`,
  slots: (count) => counted(count, 'free slot', 'free slots'),
  noSlot: 'No free slot',
  gridHelp: 'Arrow keys change the day, Page Up and Page Down change the month.',
  pickDay: 'Choose a day to see its times.',
  firstFree: 'Next free slot',
  take: 'Choose this slot',
  zone: (site) => `Times are local times (${site}).`,
  chooseSlot: 'Choose a time to continue.',
  full: 'No slot is free at the moment.',
  fullHelp:
    'Slots are given back and new ones open every day: you can come back later, or use another way. Never buy an appointment.',
  refresh: 'Search again',
  official: 'Appointments are booked on the national booking service of the State.',
  officialLink: 'Go to the national booking service',
  convocation: 'For this procedure you receive a summons: there is no appointment to book.',
  byMail: 'This procedure is handled by post or by phone: there is no appointment to book.',
  notices: {
    taken: 'Somebody else has just taken this slot. Choose another one: what you wrote is still here.',
    closed: 'This slot can no longer be booked. Choose another one.',
    expired: 'The slot was no longer kept. Choose it again, or another one: what you wrote is still here.',
  },
  refusedAlone: 'This procedure cannot be offered online at the moment.',
  misconfigured: 'Configuration to correct (for the web team)',
};
