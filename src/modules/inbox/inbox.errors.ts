import { defineError } from '../../platform/errors';

export const itemClaimed = defineError('conflict', 'inbox.claimed', {
  de: 'Diesen Eintrag bearbeitet schon {name}. Nehmen Sie erst die Zuweisung zurück, wenn Sie ihn übernehmen wollen.',
  en: '{name} is working on this item already. Take the assignment back first if you want to take over.',
});
export const itemDecided = defineError('conflict', 'inbox.decided', {
  de: 'Über diesen Eintrag ist schon entschieden.',
  en: 'This item has been decided already.',
});
export const assigneeUnknown = defineError('rule', 'inbox.assignee-unknown', {
  de: 'Diesem Mitarbeiter kann nichts zugewiesen werden.',
  en: 'Nothing can be assigned to this staff user.',
});
