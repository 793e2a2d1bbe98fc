/** Answers kept at least and at most twice that, unless told. */
const KEPT = 1_000;
/** A longer text comes once. */
const LONGEST = 2_000;
/** Characters of the texts of one half. */
const ROOM = 250_000;

/**
 * What was already worked out for a text. The pages of a site say the same things
 * in their menus, headers and footers; bounded, whatever a site brings: what is
 * not asked for while as much again comes is forgotten.
 */
export class Known<Answer> {
  readonly #kept: number;
  #young = new Map<string, Answer>();
  #old = new Map<string, Answer>();
  #room = ROOM;

  constructor(kept: number = KEPT) {
    this.#kept = kept;
  }

  get(text: string, answerTo: (text: string) => Answer): Answer {
    const young = this.#young.get(text);
    if (young !== undefined) return young;
    if (text.length > LONGEST) return answerTo(text);
    const old = this.#old.get(text);
    const answer = old === undefined ? answerTo(text) : old;
    this.#room -= text.length;
    if (this.#young.size >= this.#kept || this.#room < 0) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#room = ROOM - text.length;
    }
    this.#young.set(text, answer);
    return answer;
  }
}
