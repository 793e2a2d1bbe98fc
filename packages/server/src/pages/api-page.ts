import { problemCodes } from '@qualepref/core';
import { html } from 'hono/html';
import type { OpenApi, Operation, Parameter } from '../openapi.ts';
import { code, each, nothing, plainPage, type Piece } from './plain-page.ts';

/** The description of the API, to read: in French, for who writes a client of it. */
export function apiPage(api: OpenApi, name: string): Promise<string> {
  const operations = Object.entries(api.paths)
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
  const [server] = api.servers;
  return plainPage({
    language: 'fr',
    title: api.info.title,
    name,
    content: html`
      <p>${api.info.description}</p>
      <p>
        Version ${api.info.version}. Adresse : <code>${server?.url ?? ''}</code>.
        <a href="/api/v1/openapi.json">Description pour les machines (OpenAPI ${api.openapi})</a>.
      </p>
      <nav aria-label="Opérations">
        <ul>
          ${each(
            operations,
            ({ path, method, operation }) =>
              html`<li>
                <a href="#${operation.operationId}"><code>${method.toUpperCase()} ${path}</code></a>
              </li>`,
          )}
        </ul>
      </nav>
      ${each(operations, operationPart)}
      <h2>Refus</h2>
      <p>
        Une réponse <code>application/problem+json</code> (RFC 9457) dit pourquoi, dans sa clé
        <code>code</code> :
      </p>
      <ul>
        ${each(problemCodes, (each) => html`<li><code>${each}</code></li>`)}
      </ul>
      <h2>Schémas</h2>
      ${each(
        Object.entries(api.components.schemas),
        ([component, schema]) =>
          html`<h3 id="schema-${component}"><code>${component}</code></h3>
            <details>
              <summary>Lire le schéma ${component}</summary>
              ${code(`Schéma ${component}`, schema)}
            </details>`,
      )}
    `,
  });
}

function operationPart({
  path,
  method,
  operation,
}: {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}): Piece {
  const body = operation.requestBody?.content['application/json'].schema;
  return html`<h2 id="${operation.operationId}"><code>${method.toUpperCase()} ${path}</code></h2>
    <p>${operation.summary}</p>
    ${operation.parameters.length === 0 ? nothing : parameterTable(operation)}
    <dl>
      ${
        body === undefined
          ? nothing
          : html`<dt>Corps</dt>
              <dd>${schemaLink(body.$ref)}</dd>`
      }
      ${each(
        Object.entries(operation.responses),
        ([status, { content }]) =>
          html`<dt>${status === 'default' ? 'Refus' : `Réponse ${status}`}</dt>
            <dd>${schemaLink(Object.values(content ?? {})[0]?.schema.$ref)}</dd>`,
      )}
    </dl>`;
}

const PLACES: Readonly<Record<Parameter['in'], string>> = {
  path: 'dans l’adresse',
  query: 'après le point d’interrogation',
  header: 'en-tête',
};

function parameterTable({ parameters, operationId }: Operation): Piece {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Paramètres de ${operationId}">
    <table>
      <caption>
        Paramètres
      </caption>
      <thead>
        <tr>
          <th scope="col">Nom</th>
          <th scope="col">Place</th>
          <th scope="col">Nécessaire</th>
        </tr>
      </thead>
      <tbody>
        ${each(
          parameters,
          ({ name, in: place, required }) =>
            html`<tr>
              <th scope="row"><code>${name}</code></th>
              <td>${PLACES[place]}</td>
              <td>${required ? 'oui' : 'non'}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function schemaLink(reference: string | undefined): Piece {
  const name = reference?.split('/').at(-1);
  return name === undefined
    ? html`sans schéma nommé`
    : html`<a href="#schema-${name}"><code>${name}</code></a>`;
}
