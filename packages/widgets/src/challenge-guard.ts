import type { Challenge } from '@qualepref/core';
import { count, oneOf, section, text } from './guard.ts';
import type { Guard } from './client.ts';

/** `challengeSchema` */
export const isChallenge = section({
  algorithm: oneOf(['SHA-256']),
  challenge: text,
  salt: text,
  signature: text,
  maxnumber: count,
}) as Guard<Challenge>;
