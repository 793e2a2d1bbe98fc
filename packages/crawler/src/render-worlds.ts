import type { CDPSession } from 'playwright-core';

/** Numbers of the worlds of one document: ours, and that of its own scripts. */
export interface Worlds {
  readonly ours?: number;
  readonly own?: number;
}

/** The worlds of the documents that a tab shows, frame by frame, as they come and go. */
export class FrameWorlds {
  readonly #frames = new Map<string, Worlds>();
  /** Ours, those of frames that left too: what fails there is ours. */
  readonly #ours = new Set<number>();

  /** @param world name of ours */
  constructor(session: CDPSession, world: string) {
    session.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
      const { frameId = '', isDefault = false } = auxData as { frameId?: string; isDefault?: boolean };
      const isOurs = name === world;
      if (isOurs) this.#ours.add(id);
      if (isOurs || isDefault)
        this.#frames.set(frameId, { ...this.#frames.get(frameId), [isOurs ? 'ours' : 'own']: id });
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.#frames.clear();
      this.#ours.clear();
    });
  }

  /** Absent of a frame that holds nothing yet. */
  of(frame: string): Worlds | undefined {
    return this.#frames.get(frame);
  }

  /** From now on, until another document is there. */
  forget(frame: string): void {
    this.#frames.delete(frame);
  }

  isOurs(world: number): boolean {
    return this.#ours.has(world);
  }
}
