import type { Config } from '@qualepref/core';
import { isSame } from './booking-pages.ts';
import type { HtmlFacts, PageFacts } from './facts.ts';
import { contentOf } from './content.ts';
import { ownTitle } from './own-title.ts';
import type { FieldFacts } from './read-fields.ts';
import { fold } from './text.ts';

type Page = Pick<PageFacts, 'url' | 'rendered'> & { readonly html: HtmlFacts };

/** Words of a link or a title that is about writing to the préfecture, and nothing else. */
const CONTACT =
  /^(?:page |formulaire de |prendre |le )?contact$|^(?:nous )?contact(?:er|ez)(?:[- ]nous| (?:la|le|les|votre) (?:prefecture|prefet|services?(?: de l'etat)?))?$|^(?:nous ecrire|ecri(?:re|vez)(?:[- ]nous| (?:a|au|aux) (?:la |le |les )?(?:prefecture|prefet|prefete|services de l'etat))?|poser une question|posez(?:[- ]nous)? (?:votre|une) question|une question|contact us|write to us|nous joindre|contact(?:s)? et (?:horaires|acces)|contactez[- ]nous.{0,30})$/;
/** Words that may name the form, or something else: press, communes, one service. */
const MAYBE = /\bcontact|\becrire\b|\becrivez\b|\bnous joindre\b/;

/** Whether a text names the way to write to the préfecture. */
export function namesContact(text: string): 'yes' | 'maybe' | 'no' {
  if (!/contact|[ée]cri|question|joindre|write/i.test(text.normalize('NFC'))) return 'no';
  const folded = fold(text)
    .replace(/[^\p{L}\p{N}' -]+/gu, ' ')
    .trim();
  if (CONTACT.test(folded)) return 'yes';
  return MAYBE.test(folded) ? 'maybe' : 'no';
}

/** Fields of the form that a page offers to write with: the one that holds a message; none elsewhere. */
export function messageFields({ html, rendered }: Pick<Page, 'html' | 'rendered'>): readonly FieldFacts[] {
  const fields = contentOf({ html, ...(rendered ? { rendered } : {}) })?.forms.fields ?? [];
  const message = fields.find(
    ({ type, zone }) => type === 'textarea' && zone !== 'header' && zone !== 'footer',
  );
  return message ? fields.filter(({ form }) => form === message.form) : [];
}

/** Whether it is the page to write to the préfecture from: named so, or given by the configuration, with a form. */
export function isContactPage(page: Page, config: Config): boolean {
  if (messageFields(page).length === 0) return false;
  const { complaints } = config.pages;
  if (complaints !== undefined && isSame(complaints, page.url)) return true;
  const leaf = decodedLeaf(page.url);
  return [ownTitle(page.html), leaf].some((name) => namesContact(name) === 'yes');
}

/** Last part of an address, in words. */
function decodedLeaf(url: string): string {
  const leaf =
    new URL(url).pathname
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '';
  try {
    return decodeURIComponent(leaf).replace(/[-_]/g, ' ');
  } catch {
    return leaf;
  }
}
