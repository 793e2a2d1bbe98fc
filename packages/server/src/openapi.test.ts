import { expect, test } from 'vitest';
import { openApiOf, openApiPath, type OpenApi } from './openapi.ts';
import { apiRoutes } from './routes/index.ts';
import { exampleConfig } from './testing.ts';

const { server } = exampleConfig;
const document = openApiOf(apiRoutes, { name: server?.name ?? '', address: server?.address ?? '' });
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test('every route is described, with its method, its answer and its refusals', () => {
  expect(operations).toHaveLength(apiRoutes.length);
  for (const { method, path, status, answer } of apiRoutes) {
    const operation = document.paths[openApiPath(path)]?.[method];
    const success = operation?.responses[String(status ?? (method === 'delete' ? 204 : 200))];
    expect(success?.content !== undefined, path).toBe(method !== 'delete' && answer !== undefined);
    expect(operation?.responses['default']?.content).toHaveProperty(['application/problem+json']);
    expect(operation?.summary, path).toMatch(/\.$/);
  }
});

test('an operation has a name of its own, and declares each part of its path that varies', () => {
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const { path, operation } of operations) {
    const varies = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = operation.parameters.filter((each) => each.in === 'path').map(({ name }) => name);
    expect(declared).toEqual(varies);
  }
});

test('what writes takes a key, and a body when its route has one', () => {
  for (const route of apiRoutes) {
    const operation = document.paths[openApiPath(route.path)]?.[route.method];
    const hasKey = operation?.parameters.some(({ name }) => name === 'Idempotency-Key');
    expect(hasKey, route.path).toBe(route.method === 'post');
    expect(operation?.requestBody !== undefined, route.path).toBe('body' in route);
  }
});

test('what is asked after the question mark is declared, with what must be there', () => {
  const asked = document.paths['/slots']?.get?.parameters.map(({ name, required }) => [name, required]);
  expect(asked).toEqual([
    ['site', true],
    ['procedure', true],
    ['from', true],
    ['to', true],
  ]);
});

test('every schema that is referred to is there, and none is there for nothing', () => {
  const written = JSON.stringify(document);
  const referred = new Set(
    [...written.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name),
  );
  expect([...referred].sort()).toEqual(Object.keys(document.components.schemas).sort());
  expect(written.match(/"\$ref":"(?!#\/components\/schemas\/)/g)).toBeNull();
});

test('the head says version, address and language of what is described', () => {
  const { openapi, info, servers } = document satisfies OpenApi;
  expect(openapi).toMatch(/^3\.1\./);
  expect(info.title).toContain('Préfecture d’Exemple');
  expect(servers).toEqual([{ url: 'https://rdv.exemple.gouv.fr/api/v1' }]);
});
