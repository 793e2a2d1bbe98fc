import {
  MAX_FEEDBACK_LENGTH,
  type FeedbackKind,
  type FeedbackRequest,
  type Language,
  type ReplyFacts,
} from '@qualepref/core';

/** What the person has filled in so far; an empty text is no answer yet. */
export interface Answers {
  readonly kind: FeedbackKind | '';
  readonly site: string;
  readonly theme: string;
  readonly text: string;
  readonly signed: 'yes' | 'no' | '';
  readonly name: string;
  readonly email: string;
  readonly postal: string;
}

/** A form that nobody has touched. */
export const noAnswers: Answers = {
  ...{ kind: '', site: '', theme: '', text: '' },
  ...{ signed: '', name: '', email: '', postal: '' },
};

/** What keeps the form from being sent; also the key of its sentence. */
export type FaultCode =
  Exclude<keyof Answers, 'postal'> | 'textLong' | 'nameLong' | 'emailForm' | 'postalLong';

/** A fault, and the field to mend. */
export interface Fault {
  readonly field: keyof Answers;
  readonly code: FaultCode;
}

const MAX_NAME_LENGTH = 200;
const MAX_POSTAL_LENGTH = 500;
/** As valibot's `email`, which core's schema calls. */
const EMAIL = /^[\w+-]+(?:\.[\w+-]+)*@[\da-z]+(?:[.-][\da-z]+)*\.[a-z]{2,}$/iu;

/** All faults of the form, in the order of its fields. */
export function faultsOf(answers: Answers): readonly Fault[] {
  const faults: Fault[] = [];
  const refuse = (field: keyof Answers, code: FaultCode, isWrong: boolean): void => {
    if (isWrong && !faults.some((fault) => fault.field === field)) faults.push({ field, code });
  };
  for (const field of ['kind', 'site', 'theme', 'text', 'signed'] as const)
    refuse(field, field, answers[field].trim() === '');
  refuse('text', 'textLong', lengthOf(answers) > MAX_FEEDBACK_LENGTH);
  if (answers.signed === 'yes') {
    const [name, email, postal] = [answers.name.trim(), answers.email.trim(), answers.postal.trim()];
    refuse('name', 'name', name === '');
    refuse('name', 'nameLong', name.length > MAX_NAME_LENGTH);
    refuse('email', 'email', email === '' && postal === '');
    refuse('email', 'emailForm', email !== '' && !EMAIL.test(email));
    refuse('postal', 'postalLong', postal.length > MAX_POSTAL_LENGTH);
  }
  const order = Object.keys(noAnswers);
  return faults.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

/** Characters that count. */
export function lengthOf({ text }: Pick<Answers, 'text'>): number {
  return text.trim().length;
}

/** What the rule of the reply needs to know; one who stays anonymous gives neither name nor address. */
export function replyFacts(answers: Answers): ReplyFacts {
  const facts = answers.kind === '' ? {} : { kind: answers.kind };
  if (answers.signed !== 'yes') return facts;
  const { name, email, postal } = answers;
  return { ...facts, name, replyTo: { email, postal } };
}

/** The body to send, without its proof. What was typed before choosing to stay anonymous is left out. */
export function requestOf(answers: Answers, language: Language): Omit<FeedbackRequest, 'proof'> {
  const { kind, site, theme, text, signed } = answers;
  const filled = (key: 'email' | 'postal' | 'name'): Partial<Record<typeof key, string>> =>
    answers[key].trim() === '' ? {} : { [key]: answers[key].trim() };
  return {
    kind: kind === '' ? 'complaint' : kind,
    channel: 'website',
    site,
    theme,
    text: text.trim(),
    ...(signed === 'yes' ? { ...filled('name'), replyTo: { ...filled('email'), ...filled('postal') } } : {}),
    language,
    website: '',
  };
}
