import type { Owner } from '@qualepref/core';

const OWNERS: Readonly<Record<Owner, string>> = {
  content: 'Contributeurs du site',
  template: 'Administrateur national du site',
  document: 'Auteur du document',
  'third-party': 'Autre site',
};

/** Who can mend a defect, in words: the contributing service where the configuration names it. */
export function whoMends({ owner, service }: { readonly owner: Owner; readonly service?: string }): string {
  return owner === 'content' && service !== undefined ? service : OWNERS[owner];
}
