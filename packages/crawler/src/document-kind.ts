import type { DocumentKind } from './facts.ts';

/** What the first bytes of a file say it is, whatever its name or type claims. */
export function documentKind(bytes: Uint8Array): DocumentKind {
  const head = Buffer.from(bytes.subarray(0, 1024));
  // Readers accept some bytes before the mark of a PDF.
  if (head.includes('%PDF-')) return 'pdf';
  if (head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return 'zip';
  if (head.subarray(0, 8).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))) return 'ole';
  const text = head.toString('latin1');
  if (/^\s*(<!doctype html|<html|<head|<body|<script)/i.test(text.replace(/^ï»¿/, ''))) return 'html';
  return head.length > 0 && !head.includes(0) ? 'text' : 'unknown';
}
