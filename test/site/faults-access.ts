import type { Edition } from './page.ts';
import type { PageEdits } from './faults.ts';

/** Faults of the accessibility statement, and of a narrow screen. */
export function accessEdits({ day }: Edition): PageEdits {
  const year = (daysAgo: number): string => day(daysAgo).slice(-4);
  return {
    // statement
    '/Accessibilite': [
      [
        `<p class="date-maj">Mis à jour le ${day(180)}</p>`,
        `<p class="date-maj">Mis à jour le ${day(1300)}</p>`,
      ],
      [`Cette déclaration a été établie le ${day(200)}.`, `Cette déclaration a été établie le ${day(1300)}.`],
      [`Le schéma pluriannuel de mise en accessibilité ${year(400)}-${year(-330)} et le`, 'Le'],
      [
        `plan d’action de l’année ${year(0)} sont disponibles`,
        `plan d’action de l’année ${year(0)} est disponible`,
      ],
    ],

    // reflow-320
    '/Services-de-l-Etat/Organigramme': [
      [
        'Secrétariat général : coordination, qualité, innovation',
        '<span style="display: inline-block; width: 45rem">Secrétariat général : coordination, qualité, innovation</span>',
      ],
    ],
  };
}
