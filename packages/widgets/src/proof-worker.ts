import type { Challenge } from '@qualepref/core';
import { findNumber } from './proof-search.ts';

// A worker has nobody to give way to.
addEventListener('message', ({ data }: MessageEvent<Challenge>) => {
  void findNumber(data, () => Promise.resolve()).then((number) => {
    postMessage({ number });
  });
});
