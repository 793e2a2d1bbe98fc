/** Answers kept at most; then all are forgotten: what comes back is soon known again. */
const MOST = 2_000;
/** A longer text comes once. */
const LONGEST = 500;

/**
 * What was already worked out for a text. The pages of a site say the same things
 * in their menus, headers and footers; bounded, whatever a site brings.
 */
export class Known<Answer> {
  readonly #answers = new Map<string, Answer>();

  get(text: string, answerTo: (text: string) => Answer): Answer {
    if (text.length > LONGEST) return answerTo(text);
    const known = this.#answers.get(text);
    if (known !== undefined) return known;
    const answer = answerTo(text);
    if (this.#answers.size >= MOST) this.#answers.clear();
    this.#answers.set(text, answer);
    return answer;
  }
}
