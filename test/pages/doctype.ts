import { casesOf, type Case } from './case.ts';

const REST =
  '<html lang="fr"><head><title>Contact</title></head><body><main><h1>Contact</h1></main></body></html>';

export const doctype: readonly Case[] = casesOf('doctype', '8.1', {
  failed: [
    { title: 'no document type', html: REST },
    { title: 'one after the first tag', html: REST.replace('<head>', '<!doctype html><head>') },
    { title: 'one of another language', html: `<!doctype svg>${REST}` },
  ],
  passed: [
    { title: 'that of HTML', html: `<!doctype html>${REST}` },
    { title: 'that of HTML, after a comment', html: `<!-- modèle --><!DOCTYPE html>${REST}` },
    {
      title: 'that of XHTML',
      html: `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">${REST}`,
    },
  ],
});
