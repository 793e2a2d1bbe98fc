import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import type { DocumentKind } from './facts.ts';

/** Formats that are looked into. */
export type DocumentFormat = 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp';

/** Why a document was not read whole: it is hostile, broken, locked, or asks for too much. */
export type DocumentFailure = 'encrypted' | 'invalid' | 'too-large' | 'timeout';

/** What a document says of itself to assistive technologies. */
export interface DocumentFacts {
  readonly format: DocumentFormat;
  readonly failure?: DocumentFailure;
  /** Of a PDF. */
  readonly pages?: number;
  readonly isTagged?: boolean;
  readonly hasOutline?: boolean;
  /** Letters of text, as far as they were counted. */
  readonly letters?: number;
  readonly title?: string | null;
  readonly lang?: string | null;
  /** ISO day of its making, as it says itself. */
  readonly madeOn?: string | null;
  /** Of a text: paragraphs in a heading style. */
  readonly headings?: number;
  readonly images?: number;
  readonly imagesWithoutAlternative?: number;
}

/** What a document asks the worker. */
export interface DocumentRequest {
  readonly bytes: Uint8Array;
  readonly kind: 'pdf' | 'zip';
}

const DEADLINE = 15_000;
/** Of its objects; what it unpacks is outside of them, and both together are watched. */
const MEMORY_MB = 192;
const MEMORY = 192_000_000;
/** Between two looks at that, in milliseconds. */
const LOOK = 50;
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './document-worker.ts' : './document-worker.js',
  import.meta.url,
);

/** One at a time: each may take all the memory that one is allowed. */
const lane = new PQueue({ concurrency: 1 });

/**
 * Reads a whole document in a thread of its own, bounded in time and memory:
 * what it holds was written by others. `null` for a format that is not looked into.
 *
 * @param deadline milliseconds
 */
export async function readDocument(
  bytes: Uint8Array,
  kind: DocumentKind,
  deadline: number = DEADLINE,
): Promise<DocumentFacts | null> {
  if (kind !== 'pdf' && kind !== 'zip') return null;
  return lane.add(() => readApart(bytes, kind, deadline));
}

async function readApart(
  bytes: Uint8Array,
  kind: DocumentRequest['kind'],
  deadline: number,
): Promise<DocumentFacts | null> {
  const worker = new Worker(WORKER, {
    // A copy: the caller keeps its bytes.
    workerData: { bytes: Uint8Array.from(bytes), kind } satisfies DocumentRequest,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    stdout: true,
    stderr: true,
  });
  const failed = (failure: DocumentFailure): DocumentFacts | null =>
    kind === 'pdf' ? { format: 'pdf', failure } : null;
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise<DocumentFacts | null>((resolve) => {
      const look = async (): Promise<void> => {
        if ((await memoryOf(worker)) > MEMORY) resolve(failed('too-large'));
        else watch?.refresh();
      };
      watch = setTimeout(() => void look(), LOOK);
      timer = setTimeout(() => {
        resolve(failed('timeout'));
      }, deadline);
      worker.once('message', (facts: DocumentFacts | null) => {
        resolve(facts);
      });
      worker.once('error', (error: Error & { readonly code?: string }) => {
        resolve(failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'invalid'));
      });
      worker.once('exit', () => {
        resolve(failed('invalid'));
      });
    });
  } finally {
    clearTimeout(timer);
    clearTimeout(watch);
    watch = undefined;
    await worker.terminate();
  }
}

/** Bytes; asked in the midst of its work. */
async function memoryOf(worker: Worker): Promise<number> {
  try {
    const { used_heap_size, external_memory } = await worker.getHeapStatistics();
    return used_heap_size + external_memory;
  } catch {
    // It has ended.
    return 0;
  }
}
