/** Whether a host is one of these, or below one: `www.service-public.gouv.fr` is below `gouv.fr`. */
export function isHostAmong(host: string, hosts: readonly string[]): boolean {
  return hosts.some((one) => host === one || host.endsWith(`.${one}`));
}
