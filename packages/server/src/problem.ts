import {
  refusalTexts,
  type Language,
  type Problem,
  type ProblemCode,
  type PublicText,
} from '@qualepref/core';

/** A request that is not done, and why: what a handler throws to answer with a problem. */
export class Refused extends Error {
  readonly code: ProblemCode;
  readonly errors: Problem['errors'];
  /** Seconds after which asking again may help. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, options: { errors?: Problem['errors']; retryAfter?: number } = {}) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.errors = options.errors;
    this.retryAfter = options.retryAfter;
  }
}

interface Said {
  readonly status: number;
  readonly text: PublicText;
}

const SAID: Readonly<Record<ProblemCode, Said>> = {
  invalid: {
    status: 400,
    text: {
      fr: 'La demande est incomplète ou mal écrite : corriger ce qui est indiqué.',
      en: 'The request is incomplete or malformed: please correct what is indicated.',
    },
  },
  'not-found': {
    status: 404,
    text: { fr: 'Rien ne correspond à cette adresse.', en: 'Nothing matches this address.' },
  },
  'slot-full': { status: 409, text: refusalTexts.full },
  'slot-held': { status: 409, text: refusalTexts.held },
  'already-booked': { status: 409, text: refusalTexts['already-booked'] },
  'too-soon': { status: 409, text: refusalTexts['too-soon'] },
  'too-late': { status: 409, text: refusalTexts['too-late'] },
  'hold-expired': { status: 410, text: refusalTexts.expired },
  proof: {
    status: 403,
    text: {
      fr: 'La vérification contre les robots n’a pas abouti : recommencez, ou passez par un autre moyen.',
      en: 'The check against robots failed: please try again, or use another way.',
    },
  },
  'too-many': {
    status: 429,
    text: {
      fr: 'Trop de demandes en peu de temps : attendez un peu, ou passez par un autre moyen.',
      en: 'Too many requests in a short time: please wait, or use another way.',
    },
  },
  unavailable: {
    status: 503,
    text: {
      fr: 'Le service est momentanément indisponible : réessayez dans un instant.',
      en: 'The service is temporarily unavailable: please try again shortly.',
    },
  },
};

/** The answer to a request that was refused (RFC 9457). Nothing that was sent is in it. */
export function problemOf({ code, errors }: Pick<Refused, 'code' | 'errors'>, language: Language): Problem {
  const { status, text } = SAID[code];
  return {
    type: `urn:qualepref:${code}`,
    title: text[language] ?? text.fr,
    status,
    detail: text[language] ?? text.fr,
    code,
    ...(errors === undefined ? {} : { errors }),
  };
}
