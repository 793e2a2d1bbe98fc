import { casesOf, type Case } from './case.ts';

/** Silence, at 8,000 bytes a second. */
export function wave(seconds: number): Uint8Array {
  const size = seconds * 8_000;
  const bytes = Buffer.alloc(44 + size, 128);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + size, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8_000, 24);
  bytes.writeUInt32LE(8_000, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(size, 40);
  return bytes;
}

const files = { 'long.wav': wave(5), 'court.wav': wave(2) };

export const autoplayAudio: readonly Case[] = casesOf('autoplay-audio', '4.10', {
  failed: [
    { title: 'five seconds of sound', body: '<audio autoplay src="long.wav"></audio>', files },
    { title: 'two seconds again and again', body: '<audio autoplay loop src="court.wav"></audio>', files },
  ],
  passed: [
    { title: 'two seconds of sound', body: '<audio autoplay src="court.wav"></audio>', files },
    { title: 'sound that is asked for', body: '<audio controls src="long.wav"></audio>', files },
    { title: 'no sound', body: '<audio autoplay muted src="long.wav"></audio>', files },
  ],
});
