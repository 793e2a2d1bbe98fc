import { cantTell, failed, siteCheck, type Check } from '../check.ts';
import { plural } from '../reports/french.ts';

interface Row {
  readonly url: string;
  /** Bytes of pictures and fonts; `null` where no browser opened the page. */
  readonly weight: number | null;
  readonly milliseconds: number | null;
}

/** Bytes from which on a page is too heavy by its pictures and fonts alone (Lighthouse, « enormous network payloads »: 5,000 KiB in all). */
const HEAVY = 5_120_000;
/** Milliseconds to the first byte above which an answer is poor (Web Vitals, Time to First Byte). */
const SLOW = 1_800;
/** Fewer answers have no median worth the name. */
const ENOUGH = 5;
const MEGABYTES = new Intl.NumberFormat('fr', { maximumFractionDigits: 1 });

/**
 * Readers wait for what is heavy everywhere; what is slow today may be fast
 * tomorrow, and hangs on the network of the audit. Weight alone fails; no time
 * is told in a finding, or no two audits of one site would find the same.
 */
export const pageSpeed: Check = siteCheck<'heavy-page' | 'slow-site', Row>({
  id: 'page-speed',
  codes: {
    'heavy-page': {
      items: ['TEC-10'],
      severity: 'minor',
      text: 'Les images et les polices de la page pèsent {size} Mo : les réduire (dimensions, format, compression) pour rester sous 5 Mo.',
    },
    'slow-site': {
      items: ['TEC-10'],
      severity: 'minor',
      text: 'La moitié des pages a mis plus de 1,8 seconde à commencer de répondre, ce qui tient peut-être au réseau ou à l’heure : ouvrir quelques pages à un autre moment, et signaler la lenteur si elle dure.',
      owner: 'template',
    },
  },
  project: ({ url, html, rendered, milliseconds }) =>
    html.viewOf === null
      ? { url, weight: rendered?.opening?.weight ?? null, milliseconds: milliseconds ?? null }
      : null,
  *judge(rows) {
    for (const { url, weight } of rows)
      if (weight !== null && weight > HEAVY)
        yield failed('heavy-page', { size: MEGABYTES.format(weight / 1e6) }, { url });
    if (isSlow(rows)) yield cantTell('slow-site');
  },
  *propose(rows) {
    const opened = rows.filter(({ weight }) => weight !== null);
    const heaviest = opened.toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0)).slice(0, 3);
    const excerpts = heaviest.map(({ url, weight }) => ({
      url,
      quote: `images et polices : ${MEGABYTES.format((weight ?? 0) / 1e6)} Mo`,
    }));
    if (opened.length === 0)
      yield {
        item: 'TEC-10',
        answer: 'non_verifie',
        why: 'Aucune page n’a été ouverte dans le navigateur : relancer l’audit.',
        excerpts: [],
      };
    else
      yield {
        item: 'TEC-10',
        answer: 'conforme',
        why: `Sur ${plural(opened.length, 'page ouverte', 'pages ouvertes')}, aucune ne dépasse 5 Mo d’images et de polices, et le site répond vite à l’audit. La mesure est indicative : elle dépend du réseau et de l’heure.`,
        excerpts,
      };
  },
});

function isSlow(rows: readonly Row[]): boolean {
  const times = rows.flatMap(({ milliseconds }) => milliseconds ?? []).sort((a, b) => a - b);
  return times.length >= ENOUGH && (times[Math.floor((times.length - 1) / 2)] ?? 0) > SLOW;
}
