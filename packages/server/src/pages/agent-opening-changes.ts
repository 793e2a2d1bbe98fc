import { addDays, isClosedBy, type ExceptionalClosing, type OpeningRule } from '@qualepref/core';
import * as v from 'valibot';
import { organisers } from '../access.ts';
import { proceduresAt, reachOf } from '../agent-places.ts';
import { form, WrongForm, type AgentRoute, type Moved } from '../agent-route.ts';
import { day, maybeDay, needed, several, time, whole } from '../form-fields.ts';
import { exceptionalDay } from '../exceptional-opening.ts';
import { longDay } from '../date-words.ts';
import { countBooked } from '../store/agenda-store.ts';
import {
  addRule,
  again,
  backTo,
  changeRule,
  changeRules,
  ruleObject,
  rulesToChange,
} from './agent-opening-act.ts';

/** @throws WrongForm when the days hold one that was opened on purpose: closing it would be silent */
function checkNoException(rules: readonly OpeningRule[], closing: ExceptionalClosing): void {
  const open = rules.map(exceptionalDay).find((day) => day !== undefined && isClosedBy(day, closing));
  if (open === undefined) return;
  throw new WrongForm({
    du: `Une ouverture exceptionnelle est prévue le ${longDay(open)} : la retirer d’abord.`,
  });
}

/** Opening, closing and ending the week of a place. */
export const openingChangeRoutes: readonly AgentRoute[] = [
  form({
    ...{ path: '/ouvertures', roles: organisers, again },
    form: v.object({
      site: needed('Choisir un site.'),
      ouvrir: needed('Choisir une démarche.'),
      jours: several,
      de: time(),
      a: time(),
      minutes: whole(5, 240, 'De 5 à 240 minutes.'),
      places: whole(1, 50, 'De 1 à 50 personnes.'),
      part: v.union([v.literal(''), whole(0, 100, 'Un nombre de 0 à 100.')], 'Un nombre de 0 à 100.'),
      debut: maybeDay(),
      fin: maybeDay(),
    }),
    object: 'own',
    about: ({ world, form: { site, ouvrir } }) => reachOf(world, site, ouvrir),
    handle: async (asked, tx): Promise<Moved> => {
      const { site, ouvrir: procedure, jours, de, a, minutes, places, part, debut, fin } = asked.form;
      const weekdays = jours
        .map(Number)
        .filter((day): day is OpeningRule['weekdays'][number] => day >= 1 && day <= 7);
      if (weekdays.length === 0) throw new WrongForm({ jours: 'Cocher au moins un jour.' });
      if (a <= de) throw new WrongForm({ a: 'L’heure de fin vient après celle du début : la corriger.' });
      if (debut !== '' && fin !== '' && fin < debut)
        throw new WrongForm({ fin: 'Le dernier jour vient après le premier : le corriger.' });
      const rule: OpeningRule = {
        ...{ site, procedure, weekdays, from: de, to: a, every: minutes, capacity: places },
        agentShare: part === '' ? undefined : part / 100,
        validFrom: debut === '' ? undefined : debut,
        validTo: fin === '' ? undefined : fin,
        ...{ closings: [], openings: [] },
      };
      await addRule(asked, tx, rule);
      return { to: backTo(site), notice: 'ouverture-ajoutee' };
    },
  }),
  form({
    ...{ path: '/ouvertures/fermeture', roles: organisers, again },
    form: v.object({
      site: needed('Choisir un site.'),
      demarche: v.optional(v.string(), ''),
      du: day(),
      au: day(),
      motif: needed('Dire pourquoi : le public peut le lire.'),
    }),
    object: 'own',
    about: ({ world, form: { site, demarche } }) =>
      demarche === '' ? { site } : reachOf(world, site, demarche),
    handle: async (asked, tx): Promise<Moved> => {
      const { world, agent } = asked;
      const { site, demarche, du, au, motif } = asked.form;
      if (au < du) throw new WrongForm({ au: 'Le dernier jour vient après le premier : le corriger.' });
      const procedures = proceduresAt(world, agent, site)
        .map(({ id }) => id)
        .filter((id) => demarche === '' || id === demarche);
      const closing: ExceptionalClosing = { from: du, to: du === au ? undefined : au, reason: { fr: motif } };
      for (const procedure of procedures) {
        const place = { site, procedure };
        const rules = (await rulesToChange(tx, place)).map(({ rule }) => rule);
        if (rules.length === 0) continue;
        checkNoException(rules, closing);
        const closed = rules.map((rule) =>
          exceptionalDay(rule) === undefined ? { ...rule, closings: [...rule.closings, closing] } : rule,
        );
        await changeRules(asked, tx, place, closed, 'opening-changed');
      }
      const count = await countBooked(tx, { site, procedures, from: du, to: au });
      return { to: backTo(site), notice: 'fermeture-ajoutee', count };
    },
  }),
  form({
    ...{ path: '/ouvertures/:id/reouverture', roles: organisers, object: ruleObject, again },
    form: v.object({ du: day() }),
    handle: async (asked, tx): Promise<Moved> => {
      const { site } = await changeRule(asked, tx, (rule) => ({
        ...rule,
        closings: rule.closings.filter(({ from }) => from !== asked.form.du),
      }));
      return { to: backTo(site), notice: 'reouverture' };
    },
  }),
  form({
    ...{ path: '/ouvertures/:id/fin', roles: organisers, object: ruleObject, again },
    form: v.object({ jour: day() }),
    handle: async (asked, tx): Promise<Moved> => {
      const { jour } = asked.form;
      const { site, procedure } = await changeRule(asked, tx, (rule) =>
        // It ends before it begins: nothing is left of it.
        rule.validFrom !== undefined && jour < rule.validFrom ? undefined : { ...rule, validTo: jour },
      );
      const count = await countBooked(tx, { site, procedures: [procedure], from: addDays(jour, 1) });
      return { to: backTo(site), notice: 'ouverture-close', count };
    },
  }),
];
