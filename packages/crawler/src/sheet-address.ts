/** An address of Service-Public, on any of the hosts it has had. */
export interface SheetAddress {
  readonly host: string;
  /** Number of the sheet at that address; `null` when it is another page. */
  readonly number: string | null;
  readonly isForCompanies: boolean;
  /** Whether it is written as the DILA writes it today. */
  readonly isCurrent: boolean;
}

const HOST = /^(?:[\w-]+\.)*service-public(?:\.gouv)?\.fr$/i;
const NUMBER_IN_PATH = /\/([FNR]\d{1,6})(?:\.xhtml)?(?=$|[/?#])/;
const CURRENT_HOST = /^(?:www|entreprendre|lannuaire|psl)\.service-public\.gouv\.fr$/i;

/** `null` when the address is elsewhere, or none. */
export function sheetAddress(address: string): SheetAddress | null {
  if (!address.includes('service-public')) return null;
  const url = URL.parse(address);
  if (!url || !HOST.test(url.hostname)) return null;
  return {
    host: url.hostname,
    number: NUMBER_IN_PATH.exec(url.pathname)?.[1] ?? null,
    isForCompanies:
      url.hostname.startsWith('entreprendre.') || url.pathname.startsWith('/professionnels-entreprises/'),
    isCurrent: url.protocol === 'https:' && CURRENT_HOST.test(url.hostname),
  };
}
