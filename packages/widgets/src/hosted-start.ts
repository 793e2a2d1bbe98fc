// The script of a hosted page, beside that of its widget.
import { configure, tellHeight } from './hosted-page.ts';

const contents = document.querySelector('main');
const widget = contents?.querySelector('[data-hosted]');
if (contents && widget) {
  if (window.parent !== window) document.documentElement.dataset['framed'] = '';
  speak(new URLSearchParams(location.search).get('locale'));
  document.addEventListener('qp-language', (event) => {
    speak((event as CustomEvent<{ language: string }>).detail.language);
  });
  configure(widget, location);
  addEventListener('hashchange', () => {
    configure(widget, location);
  });
  const listed = document.querySelector<HTMLMetaElement>('meta[name="qualepref-parents"]')?.content ?? '';
  tellHeight(contents, listed.split(' ').filter(Boolean));
}

/** The page follows its widget. A language that has no catalogue stays French, in one as in the other. */
function speak(language: string | null): void {
  const page = document.documentElement;
  const title = page.dataset[language ?? ''];
  if (language === null || title === undefined) return;
  page.lang = language;
  document.title = title;
  document.querySelector('h1')?.replaceChildren(title);
}
