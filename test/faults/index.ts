import { beyond } from './beyond.ts';
import { browser } from './browser.ts';
import { charset } from './charset.ts';
import type { Fault } from './fault.ts';
import { doors } from './doors.ts';
import { heads } from './heads.ts';
import { inject } from './inject.ts';
import { mime } from './mime.ts';
import { redirects } from './redirects.ts';
import { sitemap, xml } from './sitemap.ts';
import { size } from './size.ts';
import { ssrf } from './ssrf.ts';
import { status } from './status.ts';
import { urls } from './urls.ts';
import { wire } from './wire.ts';

/** Every fault that one site can have, family by family. */
export const faults: readonly Fault[] = [
  ...[
    status,
    redirects,
    wire,
    size,
    charset,
    mime,
    urls,
    sitemap,
    xml,
    ssrf,
    browser,
    inject,
    beyond,
    heads,
    doors,
  ].flat(),
];
