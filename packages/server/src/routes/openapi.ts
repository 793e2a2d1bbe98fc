import { record, string, unknown } from 'valibot';
import { reads, type ApiRoute } from '../api-route.ts';
import { openApiOf } from '../openapi.ts';

/** Describes these routes, and itself. */
export function openApi(routes: readonly ApiRoute[]): ApiRoute {
  const route: ApiRoute = reads({
    path: '/openapi.json',
    summary: 'Cette description, en OpenAPI 3.1.',
    answer: record(string(), unknown()),
    handle: ({ world }): Promise<Record<string, unknown>> =>
      Promise.resolve({ ...openApiOf([...routes, route], world.settings.server) }),
  });
  return route;
}
