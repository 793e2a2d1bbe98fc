import { tallyAnswers, type AnswerTally } from './answer.ts';
import { channelLabels, type Channel } from './correspondence.ts';
import { delayLabel, type Delay } from './delay.ts';
import { followFeedback, type FeedbackSetting, type FollowedFeedback } from './feedback-log.ts';
import type { Feedback } from './feedback.ts';
import { typeset } from './french.ts';
import { formatNumber } from './number.ts';
import { parsePeriod, periodLabel, type Period } from './period.ts';
import { noReplyReason } from './reply.ts';
import type { PublicText } from './schema.ts';

/** Counts of complaints and suggestions, and of the replies due to them. */
export interface FeedbackTally {
  readonly count: number;
  readonly complaints: number;
  readonly suggestions: number;
  /** Not signed. */
  readonly anonymous: number;
  /** Signed, with nowhere to send a reply to. */
  readonly unaddressed: number;
  readonly replies: AnswerTally;
}

/** The user voice over a period, for the steering committee: data first, then sentences. */
export interface FeedbackSynthesis {
  /** Name of the period. */
  readonly period: string;
  readonly total: FeedbackTally;
  /** Most frequent first, as the two lists below; what nobody used is left out. */
  readonly byTheme: readonly (FeedbackTally & { readonly theme: string })[];
  readonly byChannel: readonly (FeedbackTally & { readonly channel: Channel })[];
  readonly bySite: readonly (FeedbackTally & { readonly site: string })[];
  readonly cells: readonly (FeedbackTally & {
    readonly theme: string;
    readonly channel: Channel;
    readonly site: string;
  })[];
  /** Plain requests, which count nowhere else. */
  readonly requests: { readonly received: number; readonly forwarded: number };
  /** French. */
  readonly sentences: readonly string[];
}

/** What a synthesis is made with. */
export interface SynthesisSetting extends FeedbackSetting {
  /** Name of the period in which the feedback was received. */
  readonly period: string;
  /** By default `feedbackThemes`; a theme that is not in it is told by its id. */
  readonly themes: readonly { readonly id: string; readonly label: PublicText }[];
}

/** Sums up the complaints and suggestions received in a period, by theme, channel and site. */
export function feedbackSynthesis(
  feedbacks: readonly Feedback[],
  { period: name, themes, ...setting }: SynthesisSetting,
): FeedbackSynthesis {
  const period = parsePeriod(name);
  const received = feedbacks.filter(
    ({ receivedOn }) => period.start <= receivedOn && receivedOn <= period.end && receivedOn <= setting.today,
  );
  const requests = received.filter(({ kind }) => kind === 'request');
  const counted = received.filter(({ kind }) => kind !== 'request');
  const followed = new Map(followFeedback(counted, setting).map((each) => [each.feedback, each]));
  const by = <Of extends object>(of: (feedback: Feedback) => Of): (FeedbackTally & Of)[] =>
    [...Map.groupBy(counted, (feedback) => Object.values(of(feedback)).join(' '))]
      .sort(([a, { length: m }], [b, { length: n }]) => n - m || (a < b ? -1 : 1))
      .flatMap(([, same]) => same.slice(0, 1).map((first) => ({ ...of(first), ...tallyOf(same, followed) })));
  const synthesis = {
    period: name,
    total: tallyOf(counted, followed),
    byTheme: by(({ theme }) => ({ theme })),
    byChannel: by(({ channel }) => ({ channel })),
    bySite: by(({ site }) => ({ site })),
    cells: by(({ theme, channel, site }) => ({ theme, channel, site })),
    requests: {
      received: requests.length,
      forwarded: requests.filter(({ history }) =>
        history.some(({ state, on }) => state === 'forwarded' && on <= setting.today),
      ).length,
    },
  };
  return { ...synthesis, sentences: sentencesOf(synthesis, period, setting.delay, themes) };
}

function tallyOf(
  feedbacks: readonly Feedback[],
  followed: ReadonlyMap<Feedback, FollowedFeedback>,
): FeedbackTally {
  const countOf = (test: (feedback: Feedback) => boolean): number => feedbacks.filter(test).length;
  return {
    count: feedbacks.length,
    complaints: countOf(({ kind }) => kind === 'complaint'),
    suggestions: countOf(({ kind }) => kind === 'suggestion'),
    anonymous: countOf((feedback) => noReplyReason(feedback) === 'anonymous'),
    unaddressed: countOf((feedback) => noReplyReason(feedback) === 'no-address'),
    replies: tallyAnswers(feedbacks.flatMap((feedback) => followed.get(feedback)?.status ?? [])),
  };
}

function sentencesOf(
  { total, byTheme, byChannel, requests }: Omit<FeedbackSynthesis, 'sentences'>,
  period: Period,
  delay: Delay,
  themes: SynthesisSetting['themes'],
): readonly string[] {
  const themeLabel = (theme: string): string => themes.find(({ id }) => id === theme)?.label.fr ?? theme;
  return [
    volumeSentence(total, period),
    ...repliesSentences(total, delay),
    ...noReplySentences(total),
    ...rankSentence(
      'Thèmes',
      byTheme.map(({ theme, count }) => [themeLabel(theme), count]),
    ),
    ...rankSentence(
      'Canaux',
      byChannel.map(({ channel, count }) => [channelLabels[channel], count]),
    ),
    ...requestSentences(requests),
  ].map(typeset);
}

function volumeSentence({ count, complaints, suggestions }: FeedbackTally, period: Period): string {
  if (count === 0) return `${within(period)}, aucune réclamation ni suggestion n’a été reçue.`;
  const parts = [
    ...(complaints === 0 ? [] : [counted(complaints, 'réclamation')]),
    ...(suggestions === 0 ? [] : [counted(suggestions, 'suggestion')]),
  ];
  return `${within(period)}, ${parts.join(' et ')} ${count > 1 ? 'ont été reçues' : 'a été reçue'}.`;
}

function within(period: Period): string {
  const label = periodLabel(period);
  switch (period.kind) {
    case 'year':
    case 'month':
      return `En ${label}`;
    case 'semester':
    case 'quarter':
      return `Au ${label}`;
    case 'day':
      return `Le ${label}`;
  }
}

/** « All within 3 days » is said only when it is true of all: none waits, none was left without an answer. */
function* repliesSentences({ count, replies }: FeedbackTally, delay: Delay): Generator<string> {
  const { settled, onTime, answered, days, longest, late, waiting } = replies;
  if (count === 0) return;
  if (settled + waiting === 0) {
    yield 'Aucune n’appelait de réponse.';
    return;
  }
  const within = (days: number): string => delayLabel({ ...delay, amount: days, bound: 'inclusive' });
  if (longest !== null && late + waiting === 0) {
    const time = longest === 0 ? 'le jour même' : `dans un délai de ${within(longest)}`;
    yield `Les services ont répondu ${time} à toutes celles qui appelaient une réponse.`;
  }
  if (onTime < settled) {
    const some = `${String(onTime)} sur ${String(settled)}`;
    const left = onTime > 1 ? `${some} ont reçu leur` : `${onTime === 0 ? 'Aucune n’' : `${some} `}a reçu sa`;
    yield `${left} réponse dans le délai de ${delayLabel(delay)}.`;
  }
  if (late > 0) yield `${counted(late, 'réponse')} ${late > 1 ? 'sont' : 'est'} en retard.`;
  if (waiting > 0)
    yield `${counted(waiting, 'réponse')} ${waiting > 1 ? 'restent' : 'reste'} à faire, encore dans le délai.`;
  if (answered > 0) yield `Le délai moyen de réponse était de ${mean(days / answered, delay)}.`;
}

function mean(days: number, delay: Delay): string {
  const number = formatNumber(days);
  // French counts several from two on.
  const amount = /^[01](?:,|$)/.test(number) ? 1 : 2;
  return delayLabel({ ...delay, amount, bound: 'inclusive' }).replace(/^\d+/, number);
}

function* noReplySentences({ anonymous, unaddressed }: FeedbackTally): Generator<string> {
  if (anonymous > 0)
    yield anonymous > 1
      ? `${String(anonymous)} n’étaient pas signées : aucune réponse ne pouvait être envoyée.`
      : '1 n’était pas signée : aucune réponse ne pouvait être envoyée.';
  if (unaddressed > 0)
    yield unaddressed > 1
      ? `${String(unaddressed)} étaient signées sans adresse où répondre.`
      : '1 était signée sans adresse où répondre.';
}

function* rankSentence(title: string, ranks: readonly (readonly [string, number])[]): Generator<string> {
  if (ranks.length === 0) return;
  yield `${title} : ${ranks.map(([label, count]) => `${label} (${String(count)})`).join(', ')}.`;
}

function* requestSentences({ received, forwarded }: FeedbackSynthesis['requests']): Generator<string> {
  if (received === 0) return;
  const have = forwarded > 1 ? 'ont été transmises' : 'a été transmise';
  yield `Par ailleurs, ${counted(received, 'simple demande', 'simples demandes')} ${received > 1 ? 'sont arrivées' : 'est arrivée'} par les mêmes voies ; ${forwarded === 0 ? 'aucune n’' : `${String(forwarded)} `}${have} au service compétent.`;
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${String(count)} ${count > 1 ? several : one}`;
}
