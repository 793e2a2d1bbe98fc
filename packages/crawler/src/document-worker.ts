import { parentPort, workerData } from 'node:worker_threads';
import { readOffice } from './document-office.ts';
import { readPdf } from './document-pdf.ts';
import type { DocumentRequest } from './document.ts';

// The thread of one document: whatever it throws is the document's failure, told by `document.ts`.
const { bytes, kind } = workerData as DocumentRequest;
parentPort?.postMessage(kind === 'pdf' ? await readPdf(bytes) : await readOffice(Buffer.from(bytes)));
