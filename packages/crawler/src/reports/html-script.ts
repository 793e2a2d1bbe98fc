/**
 * The report's only script: finds, filters and orders what is already in the
 * page, and copies addresses. It makes no markup out of a text, and asks for
 * nothing. Without it all is shown, in the order of the report.
 */
export const script: string = `
'use strict';
(() => {
  const ORDERS = {
    severity: ['blocking', 'major', 'minor', 'info'],
    verdict: ['non_conforme', 'a_verifier', 'non_verifie', 'conforme', 'sans_objet'],
  };
  const fold = (text) => text.normalize('NFD').replace(/\\p{Mn}/gu, '').replace(/’/g, "'").toLowerCase();
  const rank = (card, order) => {
    if (order === 'pages') return -Number(card.dataset.pages);
    if (order === 'priority') return Number(card.dataset.priority);
    return ORDERS[order] ? ORDERS[order].indexOf(card.dataset[order]) : 0;
  };

  const equip = (tools) => {
    const section = tools.closest('section');
    const groups = [...section.querySelectorAll('[data-group]')].map((element) => {
      const list = element.querySelector('.cards');
      return { element, list, cards: [...list.children] };
    });
    const words = tools.querySelector('input');
    const selects = [...tools.querySelectorAll('select[data-key]')];
    const order = tools.querySelector('select[data-order]');
    const status = tools.querySelector('[role=status]');
    const texts = new Map();
    const textOf = (card) => {
      if (!texts.has(card)) texts.set(card, fold(card.textContent));
      return texts.get(card);
    };
    let ordered = order.value;

    const apply = () => {
      const wanted = fold(words.value).split(/\\s+/).filter(Boolean);
      const keys = selects.filter((select) => select.value !== '');
      let shown = 0;
      let all = 0;
      for (const { element, list, cards } of groups) {
        let own = 0;
        for (const card of cards) {
          const fits = keys.every(({ dataset, value }) =>
            (card.dataset[dataset.key] ?? element.dataset[dataset.key] ?? '').split(' ').includes(value));
          const isShown = fits && wanted.every((word) => textOf(card).includes(word));
          if (card.hidden === isShown) card.hidden = !isShown;
          own += Number(isShown);
        }
        element.hidden = own === 0;
        shown += own;
        all += cards.length;
        if (ordered !== order.value)
          list.append(...cards.toSorted((a, b) => rank(a, order.value) - rank(b, order.value)));
      }
      ordered = order.value;
      const noun = tools.dataset.noun;
      status.textContent = shown === all
        ? 'Tout est affiché.'
        : shown + '\\u00A0' + noun + (shown > 1 ? 's affichés' : ' affiché') + ' sur ' + all + '.';
    };
    const reset = () => {
      words.value = '';
      for (const select of selects) select.value = '';
      apply();
    };
    let waiting = 0;
    tools.addEventListener('input', () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(apply);
    });
    tools.querySelector('.reset').addEventListener('click', () => {
      reset();
      words.focus();
    });
    tools.hidden = false;
    // A browser may have kept what was typed before the page was read again.
    apply();
    return { section, reset };
  };

  const equipped = [...document.querySelectorAll('.tools')].map(equip);

  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || target.checkVisibility()) return;
    equipped.find(({ section }) => section.contains(target))?.reset();
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  for (const card of document.querySelectorAll('[data-pages]')) {
    const links = card.querySelectorAll('.pages > li > a:first-child');
    if (links.length === 0) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = links.length === 1 ? 'Copier l’adresse' : 'Copier les adresses';
    card.lastElementChild.append(' ', button);
  }
  const said = document.querySelector('.said');
  document.addEventListener('click', async ({ target }) => {
    if (!(target instanceof HTMLButtonElement) || target.className !== 'copy') return;
    const links = [...target.closest('[data-pages]').querySelectorAll('.pages > li > a:first-child')];
    said.textContent = '';
    try {
      await navigator.clipboard.writeText(links.map(({ href }) => href).join('\\n'));
      said.textContent = links.length === 1 ? 'Adresse copiée.' : links.length + ' adresses copiées.';
    } catch {
      said.textContent = 'Le navigateur refuse de copier : sélectionner l’adresse à la main.';
    }
  });
})();
`;
