/** Where the tenants and their customers are; the last day of an offer ends there. */
const TIME_ZONE = 'Europe/Berlin';

const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day on which a moment falls, e.g. `2026-11-25`; such texts compare as days do. */
export function dayOf(moment: Date): string {
  const parts = format.formatToParts(moment).map(({ type, value }) => [type, value] as const);
  const { year, month, day } = Object.fromEntries(parts);
  return `${year}-${month}-${day}`;
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
