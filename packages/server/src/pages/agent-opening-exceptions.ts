import { addDays } from '@qualepref/core';
import * as v from 'valibot';
import { organisers } from '../access.ts';
import { reachOf } from '../agent-places.ts';
import { form, WrongForm, type AgentRoute, type Moved } from '../agent-route.ts';
import { DAYS_AHEAD } from '../booking-terms.ts';
import { exceptionalDay, exceptionalRule, whyClosed } from '../exceptional-opening.ts';
import { day, maybe, needed, time, whole } from '../form-fields.ts';
import { calendarAt, todayAt } from '../site-time.ts';
import { countBooked } from '../store/agenda-store.ts';
import type { World } from '../world.ts';
import {
  addRule,
  again,
  backTo,
  changeRule,
  ruleFound,
  ruleObject,
  rulesToChange,
} from './agent-opening-act.ts';

/** @throws WrongForm when no slot can be made of that day */
function checkDay(world: World, site: string, jourOuvert: string): void {
  const today = todayAt(world, site);
  if (jourOuvert < today) throw new WrongForm({ jourOuvert: 'Ce jour est passé : en choisir un autre.' });
  if (jourOuvert > addDays(today, DAYS_AHEAD))
    throw new WrongForm({ jourOuvert: 'Ce jour est dans plus d’un an : l’ouvrir plus tard.' });
}

/** Opening a day outside the week, and taking it away. */
export const openingExceptionRoutes: readonly AgentRoute[] = [
  form({
    ...{ path: '/ouvertures/exceptionnelle', roles: organisers, again },
    form: v.object({
      site: needed('Choisir un site.'),
      demarcheJour: needed('Choisir une démarche.'),
      jourOuvert: day(),
      heureDebut: time(),
      heureFin: time(),
      minutesJour: whole(5, 240, 'De 5 à 240 minutes.'),
      placesJour: whole(1, 50, 'De 1 à 50 personnes.'),
      raison: maybe(),
    }),
    object: 'own',
    about: ({ world, form: { site, demarcheJour } }) => reachOf(world, site, demarcheJour),
    handle: async (asked, tx): Promise<Moved> => {
      const { world, form: sent } = asked;
      const { site, demarcheJour: procedure, jourOuvert, heureDebut, heureFin, raison } = sent;
      checkDay(world, site, jourOuvert);
      if (heureFin <= heureDebut)
        throw new WrongForm({ heureFin: 'L’heure de fin vient après celle du début : la corriger.' });
      const kept = await rulesToChange(tx, { site, procedure });
      const why = whyClosed(
        jourOuvert,
        calendarAt(world, site),
        kept.map(({ rule }) => rule),
      );
      if (why !== undefined) throw new WrongForm({ jourOuvert: why });
      const hours = { day: jourOuvert, from: heureDebut, to: heureFin, reason: raison || undefined };
      const size = { every: sent.minutesJour, capacity: sent.placesJour };
      await addRule(asked, tx, exceptionalRule({ site, procedure, ...hours, ...size }));
      return { to: backTo(site), notice: 'ouverture-ajoutee' };
    },
  }),
  form({
    ...{ path: '/ouvertures/:id/retrait', roles: organisers, object: ruleObject, again },
    form: v.object({}),
    handle: async (asked, tx): Promise<Moved> => {
      const { rule } = await ruleFound(asked);
      const opened = exceptionalDay(rule);
      if (opened === undefined)
        throw new WrongForm({ '': 'Cette ouverture est de chaque semaine : l’arrêter à une date.' });
      const { site, procedure } = await changeRule(asked, tx, () => undefined);
      const hours = { from: rule.from, to: rule.to };
      const count = await countBooked(tx, { site, procedures: [procedure], from: opened, to: opened, hours });
      return { to: backTo(site), notice: 'ouverture-retiree', count };
    },
  }),
];
