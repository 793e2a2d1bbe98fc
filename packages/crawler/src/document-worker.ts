import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { readOffice } from './document-office.ts';
import type { DocumentRequest } from './document.ts';

/** What pdf.js draws with. Nothing is drawn here, and it would take 27 MB of the whole process until its end. */
const CANVAS = '@napi-rs/canvas';

// The thread of one document: whatever it throws is the document's failure, told by `document.ts`.
const { bytes, kind } = workerData as DocumentRequest;
parentPort?.postMessage(kind === 'pdf' ? await readPdf(bytes) : await readOffice(Buffer.from(bytes)));

/** As read by pdf.js, which does without what it draws with where it is not installed. */
async function readPdf(pdf: Uint8Array): Promise<unknown> {
  registerHooks({
    resolve: (asked, context, next) => {
      if (asked === CANVAS) throw new Error(`${CANVAS} is not wanted`);
      return next(asked, context);
    },
  });
  const reader = await import('./document-pdf.ts');
  return reader.readPdf(pdf);
}
