import { isoDay, sheetNumber } from './feed-words.ts';
import { collapse, cut } from './text.ts';
import type { Pair, XmlReader } from './feed-xml.ts';

type Kind = 'redirections' | 'tree' | 'changes';

const MAX_LABEL = 300;
/** Longer, it holds no day. */
const MAX_DAY = 40;

/** The kind of an index, by its root or else by its name: their schemas are not published with the sheets'. */
function kindOf(root: string, name: string): Kind | null {
  const said = `${root} ${name.split('/').at(-1) ?? ''}`.toLowerCase();
  if (said.includes('redirection')) return 'redirections';
  if (said.includes('arborescence')) return 'tree';
  return said.includes('datemodifimp') ? 'changes' : null;
}

/** Reads one of the indexes that stand beside the sheets; `null` for a document that is none. */
export function indexReader(root: string, name: string): XmlReader | null {
  const kind = kindOf(root, name);
  if (!kind) return null;
  const pairs: Pair[] = [];
  /** Numbers of the elements that are open. */
  const open: (string | null)[] = [];
  let text = '';

  function note(said: string): void {
    const number = open.findLast((candidate) => candidate !== null) ?? null;
    if (number === null || said === '') return;
    if (kind === 'tree') pairs.push([number, cut(said, MAX_LABEL)]);
    const day = kind === 'changes' && said.length <= MAX_DAY ? isoDay(said) : null;
    if (day !== null) pairs.push([number, day]);
  }

  return {
    open(_, attributes) {
      open.push(sheetNumber(attributes['ID'] ?? attributes['id']));
      text = '';
      if (kind === 'redirections') {
        const from = sheetNumber(attributes['from']);
        const to = sheetNumber(attributes['to']);
        if (from !== null && to !== null) pairs.push([from, to]);
      }
      // The day is an attribute or the text, under a name that differs.
      if (kind === 'changes')
        for (const [key, value] of Object.entries(attributes)) if (/date/i.test(key)) note(value);
    },
    text(chunk) {
      text += chunk;
    },
    close() {
      note(collapse(text));
      text = '';
      open.pop();
    },
    result: () => ({ kind, pairs }),
  };
}
