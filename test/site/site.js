/* global document, window, location, fetch */

/** Sections are open in the source, so that a page without script hides nothing. */
for (const button of document.querySelectorAll('.fr-accordion__btn')) {
  const panel = document.getElementById(button.getAttribute('aria-controls'));
  const show = (open) => {
    button.setAttribute('aria-expanded', String(open));
    panel.hidden = !open;
  };
  show(false);
  button.addEventListener('click', () => show(panel.hidden));
}

const container = document.querySelector('#comarquage[data-audience]');

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** `#!/particuliers/page/F1342` shows sheet F1342 in the container. */
async function showSheet() {
  const id = /^#!\/[A-Za-z]+\/page\/([FNR]\d+)$/.exec(location.hash)?.[1];
  if (id === undefined) return;
  const answer = await fetch(`/fiches/${id}.json`);
  if (!answer.ok) {
    container.replaceChildren(element('p', 'Cette fiche n’est plus disponible.'));
    return;
  }
  const sheet = await answer.json();
  const link = element('a', `Lire « ${sheet.title} » sur Service-Public`);
  link.href = sheet.address;
  const source = element('p', '');
  source.append(link);
  container.replaceChildren(
    element('h2', sheet.title),
    element('p', sheet.introduction),
    ...sheet.chapters.flatMap(({ title, text }) => [element('h3', title), element('p', text)]),
    element('p', sheet.mention),
    source,
  );
}

if (container !== null) {
  window.addEventListener('hashchange', showSheet);
  showSheet();
}
