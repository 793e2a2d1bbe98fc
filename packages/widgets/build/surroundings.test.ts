import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { faultsOf, launch, serveWidgets, TAGS, walk, type WidgetServer } from './testing.ts';

let browser: Browser;
let server: WidgetServer;
beforeAll(async () => {
  server = await serveWidgets();
  browser = await launch(inject('chromium'));
});
afterAll(async () => {
  await browser.close();
  server.close();
});

const PLAIN = 'body { margin: 0 }';

async function open(tag: string, css = PLAIN, width = 1280): Promise<Page> {
  server.show(TAGS[tag] ?? '', css);
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  onTestFinished(() => page.close());
  await page.goto(`${server.origin}/`);
  return page;
}

/** What of the widget stands outside the screen; what is hidden on purpose aside. */
const beyond = (page: Page, tag: string): Promise<string[]> =>
  page.evaluate((name) => {
    const root = document.querySelector(name)?.shadowRoot;
    const found = [...(root?.querySelectorAll('*') ?? [])].filter((each) => {
      const { left, right, width } = each.getBoundingClientRect();
      return width > 1 && !each.closest('.unseen, .trap') && (right > innerWidth + 1 || left < -1);
    });
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
    return [...wide, ...found.map(({ outerHTML }) => outerHTML.slice(0, 120))];
  }, tag);

/** How each element of the widget looks, in the properties that a page could spoil. */
const lookOf = (page: Page, tag: string): Promise<string[]> =>
  page.evaluate((name) => {
    const host = document.querySelector(name);
    const parts = [...(host?.shadowRoot?.querySelectorAll('*') ?? [])].filter(
      (each) => each.localName !== 'style',
    );
    return [...(host ? [host] : []), ...parts].map((each) => {
      const style = getComputedStyle(each);
      const { width, height } = each.getBoundingClientRect();
      const { display, color, backgroundColor, fontSize, fontWeight, borderTopWidth, paddingTop } = style;
      const { visibility, textTransform, position, textAlign } = style;
      return [
        each.localName,
        ...[display, color, backgroundColor, fontSize, fontWeight, borderTopWidth, paddingTop],
        ...[visibility, textTransform, position, textAlign, Math.round(width), Math.round(height)],
      ].join(' ');
    });
  }, tag);

describe.each(Object.keys(TAGS))('%s', (tag) => {
  test('fits in 320 pixels with text twice as large, at each step', async () => {
    const page = await open(tag, 'html { font-size: 200% } body { margin: 0 }', 320);
    await walk(tag, page, async (step) => {
      expect(await beyond(page, tag), step).toEqual([]);
    });
  });

  test('takes the spacing of text that its reader sets, and loses nothing at 320 pixels', async () => {
    const spacing =
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }';
    const page = await open(tag, `${PLAIN} ${spacing}`, 320);
    await walk(tag, page, async (step) => {
      expect(await beyond(page, tag), step).toEqual([]);
      const spaced = await page
        .locator(tag)
        .locator('h2')
        .first()
        .evaluate((each) => getComputedStyle(each).letterSpacing);
      expect(Number.parseFloat(spaced), step).toBeGreaterThan(1);
    });
  });

  test('in forced colours each button has its outline, and what is chosen looks so', async () => {
    const page = await open(tag);
    await page.emulateMedia({ forcedColors: 'active' });
    await walk(tag, page, async (step) => {
      const buttons = await page
        .locator(tag)
        .locator('button:visible')
        .evaluateAll((all) =>
          all.map((each) => {
            const { borderTopWidth, borderTopColor, backgroundColor, textDecorationLine } =
              getComputedStyle(each);
            const hasOutline = borderTopWidth !== '0px' && borderTopColor !== backgroundColor;
            return {
              text: each.textContent.trim(),
              pressed: each.getAttribute('aria-pressed'),
              isSeen: hasOutline || textDecorationLine === 'underline',
              look: [borderTopWidth, backgroundColor, textDecorationLine].join(' '),
            };
          }),
        );
      expect(
        buttons.filter(({ isSeen }) => !isSeen),
        step,
      ).toEqual([]);
      const [on, off] = ['true', 'false'].map(
        (state) => buttons.find(({ pressed }) => pressed === state)?.look,
      );
      if (on !== undefined) expect(on, step).not.toBe(off);
      expect(await faultsOf(page), step).toEqual([]);
    });
  });

  test('follows a dark page, with enough contrast, and not the system alone', async () => {
    const light = await open(tag);
    await light.emulateMedia({ colorScheme: 'dark' });
    await light.locator(tag).locator('h2').first().waitFor();
    const background = (page: Page): Promise<string> =>
      page.locator(tag).evaluate((host) => getComputedStyle(host).backgroundColor);
    expect(await background(light)).toBe('rgb(255, 255, 255)');
    const page = await open(tag, `${PLAIN} :root { color-scheme: dark; background: #111; color: #eee }`);
    await walk(tag, page, async (step) => {
      expect(await background(page), step).toBe('rgb(27, 27, 31)');
      expect(await faultsOf(page), step).toEqual([]);
    });
  });

  test('is printed dark on white, without a button', async () => {
    const page = await open(tag, `${PLAIN} :root { color-scheme: dark; background: #111; color: #eee }`);
    await walk(tag, page, async (step) => {
      await page.emulateMedia({ media: 'print' });
      const { color, backgroundColor } = await page.locator(tag).evaluate((host) => {
        const style = getComputedStyle(host);
        return { color: style.color, backgroundColor: style.backgroundColor };
      });
      expect([color, backgroundColor], step).toEqual(['rgb(30, 30, 30)', 'rgb(255, 255, 255)']);
      expect(await page.locator(tag).locator('button:visible').count(), step).toBe(0);
      expect(await page.locator(tag).locator('h2').first().isVisible(), step).toBe(true);
      await page.emulateMedia({ media: 'screen' });
    });
  });

  test('looks the same in a page that undoes everything', async () => {
    // The height of lines is the reader's, and so the page's too.
    const hostile = `* { all: unset !important; line-height: 1.5 !important }
      main, body { display: block !important }
      body * { color: red !important; font-size: 3px !important; text-transform: uppercase !important;
        text-align: right !important; visibility: hidden; cursor: wait !important }
      button, input { display: none !important }`;
    const plain: Record<string, string[]> = {};
    const page = await open(tag);
    await walk(tag, page, async (step) => {
      plain[step] = await lookOf(page, tag);
    });
    const spoilt = await open(tag, hostile);
    await walk(tag, spoilt, async (step) => {
      expect(await lookOf(spoilt, tag), step).toEqual(plain[step]);
    });
  });

  test('asks its own service only, breaks no rule of the strictest policy and leaves no cookie', async () => {
    const page = await open(tag);
    await walk(tag, page, async (step) => {
      expect(await page.evaluate('violations'), step).toEqual([]);
    });
    const others = server.asked.filter(
      (path) =>
        !/^\/(|page\.css|icon\.svg|watch\.js|resultats\.json|qualepref-[\w.-]+\.js|api\/v1\/.*)$/.test(path),
    );
    expect(others).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('leaves the page as it was: no name, no style, no listener once it is gone', async () => {
    server.show(TAGS[tag] ?? '', PLAIN);
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.addInitScript(`
      window.listening = [];
      for (const target of [window, document]) {
        const { addEventListener: add, removeEventListener: remove } = target;
        target.addEventListener = (type, ...rest) => { listening.push(type); add.call(target, type, ...rest); };
        target.removeEventListener = (type, ...rest) => {
          const at = listening.indexOf(type);
          if (at >= 0) listening.splice(at, 1);
          remove.call(target, type, ...rest);
        };
      }
      window.own = new Set([...Object.getOwnPropertyNames(window), 'own', 'heard', 'violations']);
      window.heard = new Set();
      for (const type of ['change', 'submit', 'toggle', 'invalid', 'qp-step', 'qp-sent', 'qp-loaded'])
        addEventListener(type, ({ target }) => heard.add(type + ' ' + target.localName), true);
      window.listening.length = 0;`);
    await page.goto(`${server.origin}/`);
    await walk(tag, page, async () => {
      await Promise.resolve();
    });
    // Lit's own: which version it is, and what its decorators noted.
    const names = await page.evaluate(
      'Object.getOwnPropertyNames(window).filter((name) => !own.has(name) && !/^(lit|reactive)\\w+$/.test(name))',
    );
    expect(names).toEqual([]);
    expect(
      await page.evaluate('document.adoptedStyleSheets.length + document.querySelectorAll("style").length'),
    ).toBe(0);
    const heard = await page.evaluate<string[]>('[...heard]');
    expect(heard.filter((each) => !each.startsWith('qp-'))).toEqual([]);
    expect(heard.length).toBeGreaterThan(0);
    await page.evaluate((name) => document.querySelector(name)?.remove(), tag);
    const kept = (): Promise<unknown> =>
      page.evaluate('listening.filter((type) => type !== "securitypolicyviolation")');
    await expect.poll(kept).toEqual([]);
    // A message that is sent leaves no draft behind it.
    expect(await page.evaluate('Object.keys(localStorage)')).toEqual([]);
  });
});

// The badge has its own, beside its source.
test.each(['qp-appointment-booking', 'qp-feedback-form'])(
  '%s comes and goes a thousand times without being kept',
  async (tag) => {
    const page = await open(tag);
    await page.locator(tag).locator('h2').first().waitFor();
    await page.evaluate(`(async () => {
    window.kept = [];
    const model = document.querySelector('${tag}');
    model.remove();
    for (let times = 0; times < 1000; times += 1) {
      const one = model.cloneNode(true);
      document.body.append(one);
      if (times % 100 === 0) await one.updateComplete;
      one.remove();
      kept.push(new WeakRef(one));
    }
  })()`);
    const session = await page.context().newCDPSession(page);
    const left = async (): Promise<number> => {
      await session.send('HeapProfiler.collectGarbage');
      return page.evaluate<number>('kept.filter((each) => each.deref()).length');
    };
    await expect.poll(left, { timeout: 15_000, interval: 300 }).toBeLessThan(20);
    // Those that went before they had drawn themselves asked nothing.
    expect(server.asked.filter((path) => path.startsWith('/api/')).length).toBeLessThan(50);
  },
);
