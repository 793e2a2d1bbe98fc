import * as v from 'valibot';
import type { Provenance } from './provenance.ts';

/** Numbers of the modules of the référentiel. */
export const moduleNumbers = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type ModuleNumber = (typeof moduleNumbers)[number];

/** A module of the référentiel, by its number. */
export const moduleNumber = v.picklist(moduleNumbers, 'un module du label : un nombre de 1 à 8');

/** A part of the référentiel that a préfecture commits to as a whole. */
export interface Module {
  readonly number: ModuleNumber;
  /** French. */
  readonly title: string;
  /** Every label holds it; the others are chosen. */
  readonly compulsory: boolean;
  /** Whether the title was read for Qual-e-Pref itself rather than for Qualipref 2.0, its forerunner. */
  readonly confirmed: boolean;
  readonly provenance: Provenance;
}

const CARRIED_OVER: Provenance = {
  origin: 'Q',
  source: 'Sommaire du référentiel Qualipref 2.0\u00a0; repris, sans confirmation pour Qual-e-Pref',
};

/** The eight modules, by number. */
export const modules: readonly Module[] = [
  {
    number: 1,
    title: 'Relation générale avec les usagers',
    compulsory: true,
    confirmed: true,
    provenance: { origin: 'S', source: 'Politique qualité 2021, périmètre et engagements' },
  },
  {
    number: 2,
    title: 'Délivrance de titres (hors titres étrangers)',
    compulsory: false,
    confirmed: true,
    provenance: { origin: 'P', source: 'Démarche qualité de la préfecture du Val-d’Oise' },
  },
  {
    number: 3,
    title: 'Délivrance de titres destinés aux usagers étrangers',
    compulsory: false,
    confirmed: false,
    provenance: CARRIED_OVER,
  },
  {
    number: 4,
    title: 'Relations avec les collectivités territoriales',
    compulsory: false,
    confirmed: true,
    provenance: { origin: 'S', source: 'Politique qualité 2021, périmètre et engagements' },
  },
  {
    number: 5,
    title: 'Polices administratives',
    compulsory: false,
    confirmed: false,
    provenance: CARRIED_OVER,
  },
  {
    number: 6,
    title: 'Pilotage interministériel',
    compulsory: false,
    confirmed: false,
    provenance: CARRIED_OVER,
  },
  {
    number: 7,
    title: 'Communication d’urgence en cas d’événement majeur',
    compulsory: false,
    confirmed: false,
    provenance: CARRIED_OVER,
  },
  {
    number: 8,
    title: 'Polices exercées par la préfecture de Police',
    compulsory: false,
    confirmed: false,
    provenance: {
      origin: 'Q',
      source:
        'Sommaire du référentiel Qualipref 2.0\u00a0; douteux pour Qual-e-Pref, où un module sur les centres de titres (CERT) a pu le remplacer',
    },
  },
];
