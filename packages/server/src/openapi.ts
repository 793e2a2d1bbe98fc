import * as core from '@qualepref/core';
import { API_ROOT, type ServerConfig } from '@qualepref/core';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import type { ApiRoute } from './api-route.ts';
import { VERSION } from './version.ts';

/** A JSON Schema, as far as it is read here. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly [key: string]: unknown;
}

/** What an operation takes besides its body. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

interface Answer {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

/** What is done at an address with a method. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly required: true;
    readonly content: { readonly 'application/json': { readonly schema: JsonSchema } };
  };
  readonly responses: Readonly<Record<string, Answer>>;
}

/** OpenAPI 3.1, as far as the public API needs it. */
export interface OpenApi {
  readonly openapi: '3.1.1';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<ApiRoute['method'], Operation>>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** Rules between several values, and what JSON does anyway: the schema is wider there, never narrower. */
const BEYOND_JSON_SCHEMA = ['check', 'raw_check', 'partial_check', 'trim', 'finite', 'safe_integer'];

/** `feedbackAnswerSchema` is the component `FeedbackAnswer`. */
const NAMES: ReadonlyMap<unknown, string> = new Map(
  Object.entries(core).flatMap(([name, value]): [unknown, string][] => {
    const of = /^(\w)(\w*)Schema$/.exec(name);
    return of ? [[value, `${(of[1] ?? '').toUpperCase()}${of[2] ?? ''}`]] : [];
  }),
);

/** The whole of the public API, from the routes that serve it. */
export function openApiOf(
  routes: readonly ApiRoute[],
  { name, address }: Pick<ServerConfig, 'name' | 'address'>,
): OpenApi {
  const schemas: Record<string, JsonSchema> = {};
  const of = (schema: GenericSchema, typeMode: 'input' | 'output'): JsonSchema => {
    const json = jsonOf(schema, typeMode);
    const component = NAMES.get(schema);
    if (component === undefined) return json;
    schemas[component] = json;
    return { $ref: `#/components/schemas/${component}` };
  };
  const paths: Record<string, Partial<Record<ApiRoute['method'], Operation>>> = {};
  for (const route of routes) {
    const path = openApiPath(route.path);
    paths[path] = { ...paths[path], [route.method]: operationOf(route, of) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: `API publique – ${name}`,
      version: VERSION,
      description:
        'Ce que les composants demandent au serveur. Aucun cookie, aucun compte. La langue des textes suit Accept-Language (fr ou en). Une écriture porte une Idempotency-Key : la même clé, renvoyée, donne la même réponse et n’est faite qu’une fois.',
    },
    servers: [{ url: new URL(API_ROOT, address).href }],
    paths,
    components: { schemas },
  };
}

function jsonOf(schema: GenericSchema, typeMode: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...json } = toJsonSchema(schema, {
    ...{ typeMode, target: 'draft-2020-12', ignoreActions: BEYOND_JSON_SCHEMA },
  }) as unknown as JsonSchema;
  return json;
}

/** `/appointments/:token` as OpenAPI writes it: `/appointments/{token}`. */
export function openApiPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}');
}

type Translate = (schema: GenericSchema, typeMode: 'input' | 'output') => JsonSchema;

function operationOf(route: ApiRoute, of: Translate): Operation {
  const { method, path, summary, answer, status } = route;
  const isDone = method === 'delete' || answer === undefined;
  const success = String(status ?? (method === 'delete' ? 204 : 200));
  const said: Answer = {
    description: 'C’est fait.',
    ...(isDone ? {} : { content: { 'application/json': { schema: of(answer, 'output') } } }),
  };
  return {
    operationId: operationId(method, path),
    summary,
    parameters: parametersOf(route),
    ...('body' in route
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: of(route.body, 'input') } },
          },
        }
      : {}),
    responses: {
      [success]: said,
      default: {
        description:
          'Un refus (RFC 9457), dans la langue demandée ; rien de ce qui a été envoyé n’y est repris.',
        content: { 'application/problem+json': { schema: of(core.problemSchema, 'output') } },
      },
    },
  };
}

function parametersOf(route: ApiRoute): Parameter[] {
  const { properties = {}, required = [] } = route.query ? jsonOf(route.query, 'input') : {};
  return [
    ...[...route.path.matchAll(/:(\w+)/g)].map(([, name = '']): Parameter => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries(properties).map(([name, schema]): Parameter => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema,
    })),
    ...(route.method === 'post'
      ? [
          {
            ...({ name: 'Idempotency-Key', in: 'header', required: true } as const),
            description: 'Tirée au sort pour chaque intention, la même à chaque essai.',
            schema: { type: 'string', pattern: '^[\\w-]{16,100}$' },
          },
        ]
      : []),
  ];
}

/** `post /appointments/:token/move` is `postAppointmentsTokenMove`. */
function operationId(method: string, path: string): string {
  return (
    method +
    path.replaceAll(/[^a-z]+([a-z])?/gi, (_, letter: string | undefined) => (letter ?? '').toUpperCase())
  );
}
