import type { TestProject } from 'vitest/node';
import { startCluster } from './postgres-fixture.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the PostgreSQL that test files share, each with a database of its own. */
    readonly postgres: string;
  }
}

/** Starts one PostgreSQL for all test files: making one takes longer than most of them. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // Nothing in it outlives the tests: none waits for the disk.
  const cluster = await startCluster('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  project.provide('postgres', cluster.url);
  return cluster.close;
}
