import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownTemporaryFolder, removeLeftovers } from './temporary-folder.ts';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'essai-'))));
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** A process that has ended, so that nothing bears its number. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;
const folderOf = (pid: number): string => {
  const path = join(dir, `qualepref-${String(pid)}-temp`);
  mkdirSync(join(path, 'profil'), { recursive: true });
  return path;
};

test('what a dead audit left is removed, what a living one uses is kept, and so is all the rest', () => {
  const left = folderOf(deadPid());
  const used = folderOf(process.pid);
  const other = join(dir, 'playwright_chromiumdev_profile-X');
  mkdirSync(other);
  removeLeftovers(dir);
  expect([left, used, other].map((path) => existsSync(path))).toEqual([false, true, true]);
});

test.skipIf(process.platform !== 'linux')(
  'a browser that outlived its audit is ended, another one is not',
  async () => {
    const left = folderOf(deadPid());
    const idle = 'setInterval(() => undefined, 1000)';
    const outlived = spawn(process.execPath, ['-e', idle, '--', `--user-data-dir=${left}/profil`]);
    const stranger = spawn(process.execPath, ['-e', idle, '--', `--user-data-dir=${dir}/profil`]);
    await Promise.all([outlived, stranger].map((child) => new Promise((done) => child.on('spawn', done))));
    const ended = new Promise((done) => outlived.on('exit', (_, signal) => done(signal)));
    removeLeftovers(dir);
    expect(await ended).toBe('SIGKILL');
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill();
  },
);

test('the folder of this process goes with its work', () => {
  const before = tmpdir();
  const leave = ownTemporaryFolder();
  const own = tmpdir();
  expect(own).toContain(String(process.pid));
  expect(existsSync(own)).toBe(true);
  leave();
  expect(tmpdir()).toBe(before);
  expect(existsSync(own)).toBe(false);
});
