import type { FeedbackAnswer, FeedbackForm as Offer, Language } from '@qualepref/core';
import { eraseDraft, readDraft, saveDraft, type Draft } from './draft.ts';
import { faultsOf, noAnswers, requestOf, type Answers, type Fault } from './feedback-answers.ts';
import type { FeedbackClient } from './feedback-client.ts';
import { reasonOf, type FeedbackFailure, type SendFailure } from './feedback-failure.ts';
import type { FeedbackFormEvents } from './feedback-form.ts';
import { fr } from './locales/feedback-body.fr.ts';
import { prove } from './proof-of-work.ts';

/** What an attribute can choose at first. */
export type Choice = 'site' | 'theme' | 'kind';
const CHOICES: readonly Choice[] = ['site', 'theme', 'kind'];

/** A message that was received. */
export interface Sent {
  readonly answer: FeedbackAnswer;
  readonly kind: 'complaint' | 'suggestion';
  readonly site: string;
}

/** What the message needs of the element that shows it. */
export interface WritingHost {
  /** Of the draft on this device. */
  readonly name: string;
  client(): FeedbackClient;
  language(): Language;
  wanted(name: Choice): string | null;
  changed(): void;
  tell<Name extends keyof FeedbackFormEvents>(name: Name, detail: FeedbackFormEvents[Name]['detail']): void;
  focusOn(id: string): Promise<void>;
}

/** A message, from its draft to its acknowledgement. No DOM. */
export class Writing {
  readonly offer: Offer;
  answers: Answers = noAnswers;
  faults: readonly Fault[] = [];
  /** Why it has not gone. */
  failure: SendFailure | undefined;
  isSending = false;
  sent: Sent | undefined;
  note: 'restored' | 'erased' | undefined;
  /** Whether this device keeps a draft. */
  isKept = false;

  readonly #host: WritingHost;
  #tried: Draft['tried'];

  constructor(host: WritingHost, offer: Offer) {
    this.#host = host;
    this.offer = offer;
    this.#restore();
  }

  get language(): Language {
    return this.#host.language();
  }

  /** Takes a choice from an attribute; one that is not offered is passed by, and told. */
  preset(name: Choice): void {
    const value = this.#host.wanted(name);
    if (value === null || value === '') return;
    if (this.#offered(name).includes(value)) this.answers = { ...this.answers, [name]: value };
    else this.#tell('misconfigured', 'load');
  }

  readonly set = (field: keyof Answers, value: string): void => {
    this.answers = { ...this.answers, [field]: value };
    this.note = undefined;
    if (this.faults.length > 0) {
      // A fault goes as soon as it is mended; new ones wait for the next sending.
      const left = faultsOf(this.answers);
      this.faults = this.faults.filter(({ field: wrong, code }) =>
        left.some((each) => each.field === wrong && each.code === code),
      );
    }
    this.#keep();
    this.#host.changed();
  };

  /** Leaves nothing of the draft on this device. */
  async erase(): Promise<void> {
    this.#forget();
    this.note = 'erased';
    await this.focusOn('title');
  }

  /** Begins another message. */
  async again(): Promise<void> {
    this.sent = undefined;
    this.#restore();
    await this.focusOn('title');
  }

  /** Draws what has changed, then gives the focus. */
  async focusOn(id: string): Promise<void> {
    this.#host.changed();
    await this.#host.focusOn(id);
  }

  /** Sends it; `trap` is the field that people do not see. */
  async submit(trap: HTMLInputElement | null): Promise<void> {
    const { kind } = this.answers;
    if (this.isSending || kind === 'request') return;
    this.faults = faultsOf(this.answers);
    this.failure = undefined;
    const [first] = this.faults;
    if (first || kind === '') return this.focusOn(first?.field ?? 'kind');
    // Robots fill in what people do not see; theirs is not worth a proof.
    if (trap && trap.value !== '') {
      // A browser that fills in forms may have done it: sending again is then a person's.
      trap.value = '';
      this.#fail('refused');
      return this.focusOn('failure');
    }
    this.isSending = true;
    this.#host.changed();
    try {
      const answer = await this.#deliver();
      const site = this.offer.sites.find(({ id }) => id === this.answers.site)?.name ?? '';
      this.sent = { answer, kind, site };
      this.#forget();
      this.#host.tell('qp-sent', { reference: answer.reference, kind, due: answer.due });
    } catch (error) {
      this.#fail(reasonOf(error));
    } finally {
      this.isSending = false;
    }
    await this.focusOn(this.sent ? 'done' : 'failure');
  }

  async #deliver(): Promise<FeedbackAnswer> {
    const request = requestOf(this.answers, this.language);
    const body = JSON.stringify(request);
    if (this.#tried?.body !== body) this.#tried = { key: crypto.randomUUID(), body };
    this.#keep();
    const client = this.#host.client();
    const proof = await prove(await client.challenge());
    return client.send({ ...request, proof }, this.#tried.key);
  }

  #restore(): void {
    const draft = readDraft(this.#host.name);
    this.answers = draft?.answers ?? noAnswers;
    // What was chosen then may be offered no longer.
    for (const name of ['site', 'theme'] as const)
      if (!this.#offered(name).includes(this.answers[name])) this.answers = { ...this.answers, [name]: '' };
    this.#tried = draft?.tried;
    this.isKept = draft !== undefined;
    this.note = draft ? 'restored' : undefined;
    for (const name of CHOICES) if (this.answers[name] === '') this.preset(name);
  }

  #offered(name: Choice): readonly string[] {
    if (name === 'kind') return Object.keys(fr.kinds);
    return (name === 'site' ? this.offer.sites : this.offer.themes).map(({ id }) => id);
  }

  #keep(): void {
    this.isKept = saveDraft(this.#host.name, { answers: this.answers, tried: this.#tried });
  }

  #forget(): void {
    eraseDraft(this.#host.name);
    this.answers = noAnswers;
    this.#tried = undefined;
    this.isKept = false;
    this.faults = [];
    this.failure = undefined;
  }

  #fail(reason: SendFailure): void {
    this.failure = reason;
    this.#tell(reason, 'send');
  }

  #tell(reason: FeedbackFailure, stage: 'load' | 'send'): void {
    this.#host.tell('qp-failed', { reason, stage });
  }
}
