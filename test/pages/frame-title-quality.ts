import { casesOf, type Case } from './case.ts';

const frame = (title: string, text = 'Plan de la préfecture'): string =>
  `<iframe title="${title}" srcdoc="<p>${text}</p>"></iframe>`;
const files = {
  'a.html': '<!doctype html><html lang="fr"><title>a</title><p>Plan de la préfecture de Brumeval</p></html>',
  'b.html':
    '<!doctype html><html lang="fr"><title>b</title><p>Horaires des guichets, le samedi aussi</p></html>',
};

export const frameTitleQuality: readonly Case[] = casesOf('frame-title-quality', '2.2', {
  failed: [
    { title: 'a title that says « iframe »', body: frame('iframe') },
    { title: 'a title that is a number', body: frame('Cadre 1') },
    { title: 'a title that is a file', body: frame('plan.html') },
    { title: 'a title that a script made', body: frame('f3a9c1d20e8b4') },
    {
      title: 'one title for two contents',
      body: '<iframe title="Plan" src="a.html"></iframe><iframe title="Plan" src="b.html"></iframe>',
      files,
    },
  ],
  passed: [
    { title: 'a title that tells', body: frame('Plan d’accès à la préfecture') },
    { title: 'a frame that is hidden', body: '<iframe title="iframe" hidden srcdoc="<p>a</p>"></iframe>' },
    {
      title: 'one title for one content in two places',
      body: '<iframe title="Plan" src="a.html"></iframe><iframe title="Plan" src="c.html"></iframe>',
      files: { ...files, 'c.html': files['a.html'] },
    },
  ],
  doubt: [{ title: 'a title that names the tool', body: frame('YouTube video player') }],
});
