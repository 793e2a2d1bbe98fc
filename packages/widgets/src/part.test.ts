import { expect, test, vi } from 'vitest';
import { Failure } from './client.ts';
import { Part } from './part.ts';

test('a part is asked for once, whoever needs it', async () => {
  const load = vi.fn(() => Promise.resolve('here'));
  const part = new Part(load);
  expect(part.module).toBeUndefined();
  expect(await Promise.all([part.come(), part.come()])).toEqual(['here', 'here']);
  expect(await part.come()).toBe('here');
  expect(part.module).toBe('here');
  expect(load).toHaveBeenCalledOnce();
});

test('one that failed is asked for again, and is told how often it was', async () => {
  const load = vi.fn((tries: number) =>
    tries < 2 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(tries),
  );
  const part = new Part(load);
  await expect(part.come()).rejects.toMatchObject({ kind: 'broken' });
  await expect(part.come()).rejects.toBeInstanceOf(Failure);
  expect(part.module).toBeUndefined();
  expect(await part.come()).toBe(2);
});

test('without a network the failure says so', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const part = new Part(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(part.come()).rejects.toMatchObject({ kind: 'offline' });
  online.mockRestore();
});

test('one that never comes is given up', async () => {
  vi.useFakeTimers();
  const part = new Part(() => new Promise(() => undefined));
  const given = expect(part.come()).rejects.toMatchObject({ kind: 'timeout' });
  await vi.advanceTimersByTimeAsync(30_000);
  await given;
  vi.useRealTimers();
});
