import type { Language } from '@qualepref/core';

/** Languages that the widgets speak; another one is one more catalogue. */
export const languages: readonly Language[] = ['fr', 'en'];

/** Where each language begins its lines: French in an Arabic page is still read from the left. */
export const directions: Readonly<Record<Language, 'ltr' | 'rtl'>> = { fr: 'ltr', en: 'ltr' };

/**
 * The language of a widget: its own attribute, else that of the page around
 * it, else French. `fr-FR` is French; one that is not spoken here is passed by.
 */
export function languageOf(element: Element, own: string | null): Language {
  const around = element.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang;
  return spoken(own) ?? spoken(around) ?? 'fr';
}

/** The language that the reader's browser would rather have, when it is spoken here. */
export function preferredLanguage(): Language | undefined {
  for (const tag of navigator.languages) {
    const language = spoken(tag);
    if (language) return language;
  }
  return undefined;
}

function spoken(tag: string | null): Language | undefined {
  const [primary = ''] = (tag ?? '').toLowerCase().split('-');
  return languages.find((language) => language === primary);
}
