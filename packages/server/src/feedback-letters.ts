import type { Language } from '@qualepref/core';
import { longDay } from './date-words.ts';
import { acknowledgementOf, feedbackToken } from './feedback.ts';
import { told, type Draft } from './letter-draft.ts';
import type { Part } from './letter-layout.ts';
import { feedbackPage } from './links.ts';
import { findFeedback, type KeptFeedback } from './store/feedback-store.ts';
import { languageFor } from './store/mail-store.ts';
import type { World } from './world.ts';

/**
 * The acknowledgement of a message, with what it is followed by.
 *
 * @returns undefined when nobody can be written to any more
 */
export async function receivedDraft(world: World, reference: string): Promise<Draft | undefined> {
  const found = await addressed(world, reference);
  if (!found) return undefined;
  const { kept, to, language } = found;
  return {
    ...{ to, language },
    subject: told(
      {
        fr: `Nous avons reçu votre message (${reference})`,
        en: `We have received your message (${reference})`,
      },
      language,
    ),
    parts: [
      ...acknowledgementOf(world, kept).lines.map((line) => line[language]),
      ...followParts(world, kept, language),
    ],
  };
}

/** The code is made again from the id, as for the page that received the message: nothing of it is stored. */
function followParts(world: World, { id, feedback }: KeptFeedback, language: Language): Part[] {
  const { reference } = feedback;
  const isFrench = language === 'fr';
  return [
    isFrench
      ? 'Pour savoir où en est votre message, ouvrez la page ci-dessous et donnez-y la référence et le code de suivi.'
      : 'To know where your message stands, open the page below and give the reference and the follow-up code there.',
    {
      facts: [
        [isFrench ? 'Référence' : 'Reference', reference],
        [isFrench ? 'Code de suivi' : 'Follow-up code', feedbackToken(world, id)],
      ],
    },
    {
      link: feedbackPage(world, reference, language),
      label: isFrench ? 'Voir où en est votre message' : 'See where your message stands',
    },
    isFrench
      ? 'Gardez ce code pour vous : il suffit, avec la référence, pour voir où en est votre message.'
      : 'Keep this code to yourself: with the reference, it is enough to see where your message stands.',
  ];
}

/** The reply to a message; undefined when it has none, or when nobody can be written to any more. */
export async function answeredDraft(world: World, reference: string): Promise<Draft | undefined> {
  const found = await addressed(world, reference);
  if (found?.kept.answer === undefined) return undefined;
  const { kept, to, language } = found;
  const day = longDay(kept.feedback.receivedOn, language);
  return {
    ...{ to, language },
    subject: told(
      { fr: `Réponse à votre message (${reference})`, en: `Reply to your message (${reference})` },
      language,
    ),
    parts: [
      told(
        {
          fr: `Voici la réponse à votre message reçu le ${day}, référence ${reference} :`,
          en: `This is the reply to your message received on ${day}, reference ${reference}:`,
        },
        language,
      ),
      { quote: kept.answer ?? '' },
    ],
  };
}

async function addressed(
  { store }: World,
  reference: string,
): Promise<{ readonly kept: KeptFeedback; readonly to: string; readonly language: Language } | undefined> {
  const kept = await findFeedback(store.db, reference);
  const to = kept?.feedback.replyTo?.email;
  return kept && to !== undefined ? { kept, to, language: languageFor(kept.language) } : undefined;
}
