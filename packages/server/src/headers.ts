import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { RequestFacts } from './request-facts.ts';

/**
 * What a response may do in a browser: `data` nothing at all; `page` be read
 * and send its forms here; `plain` also stand in a frame of the sites that are
 * listed; `hosted` also run our scripts; `file` be loaded by any page.
 */
export type Policy = 'data' | 'page' | 'plain' | 'hosted' | 'file';

/** Gives every response, refusals included, the headers of its policy. */
export function securityHeaders(origins: readonly string[]): readonly MiddlewareHandler<RequestFacts>[] {
  const around = origins.length === 0 ? "'none'" : origins.join(' ');
  const policies: Readonly<Record<Policy, string>> = {
    data: contentPolicy(BASE),
    file: contentPolicy(BASE),
    page: contentPolicy(READ),
    plain: contentPolicy({ ...READ, 'frame-ancestors': around }),
    hosted: contentPolicy({
      ...READ,
      ...{ 'script-src': "'self'", 'worker-src': "'self'" },
      'connect-src': "'self'",
      'trusted-types': "lit-html qualepref 'allow-duplicates'",
      'require-trusted-types-for': "'script'",
      'frame-ancestors': around,
    }),
  };
  const always = secureHeaders({
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: 'max-age=31536000; includeSubDomains',
    ...{ xFrameOptions: false, crossOriginResourcePolicy: false },
  });
  return [
    always,
    async (context, next) => {
      await next();
      const policy = context.var.policy ?? 'data';
      const { headers } = context.res;
      headers.set('content-security-policy', policies[policy]);
      headers.set('cross-origin-resource-policy', policy === 'file' ? 'cross-origin' : 'same-origin');
      // For browsers that do not read the line of the policy; it has no list.
      if (!(policy === 'hosted' || policy === 'plain') || origins.length === 0)
        headers.set('x-frame-options', 'DENY');
    },
  ];
}

const BASE: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

const READ: Readonly<Record<string, string>> = { ...BASE, 'style-src': "'self'", 'img-src': "'self'" };

function contentPolicy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
