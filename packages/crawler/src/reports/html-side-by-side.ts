import type { Finding } from '@qualepref/core';
import { sidesIn } from '../sheet-evidence.ts';
import { wordSegments, type WordSegment } from '../sheet-words.ts';
import { html, type Html } from './html-tag.ts';

/** What the check of the text of national sheets says of one sentence, found by its source. */
const CHECK = 'sheet-text';

/**
 * The national sentence and the page's, in two columns, the words that differ
 * marked and said; `null` for a finding that compares nothing.
 */
export function sideBySide({ check, where: { quote = '' } }: Finding): Html | null {
  const sides = check === CHECK ? sidesIn(quote) : null;
  if (!sides) return null;
  const proven = provable(wordSegments(sides.national, sides.shown), quote);
  return html`
    <div class="sides">
      <div>
        <p class="soft small">À la source</p>
        <p>${proven.map(({ before, isSame }) => words(before, isSame ? null : 'retiré'))}</p>
      </div>
      <div>
        <p class="soft small">Sur la page</p>
        <p>${proven.map(({ after, isSame }) => words(after, isSame ? null : 'ajouté'))}</p>
      </div>
    </div>
  `;
}

/** Extracts that were cut end on other words: what differs there proves nothing. */
function provable(segments: readonly WordSegment[], quote: string): WordSegment[] {
  const isCut = quote.includes('…');
  return segments.map((one, index) =>
    isCut && index === segments.length - 1 ? { ...one, isSame: true } : one,
  );
}

function words(text: string, change: 'retiré' | 'ajouté' | null): Html | null {
  if (text === '') return null;
  if (change === null) return html`<bdi>${text}</bdi> `;
  const told = html`<span class="hidden">[${change}&nbsp;: </span><bdi>${text}</bdi
    ><span class="hidden">]</span>`;
  return change === 'retiré' ? html`<del>${told}</del> ` : html`<ins>${told}</ins> `;
}
