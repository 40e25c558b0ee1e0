/** Where the tenants and their customers are; the last day of an offer ends there. */
const TIME_ZONE = 'Europe/Berlin';

// Swedes write days as ISO 8601 does.
const format = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE });

/** The day on which a moment falls, e.g. `2026-11-25`; such texts compare as days do. */
export function dayOf(moment: Date): string {
  return format.format(moment);
}

/** An offer may be accepted through the whole of its last day. */
export function hasExpired(validUntil: string, now: Date): boolean {
  return dayOf(now) > validUntil;
}

/** A day of the calendar after today. */
export function isFutureDay(day: string, now: Date): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${day}T`);
  return exists && day > dayOf(now);
}
