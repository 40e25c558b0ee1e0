/** An offer may be accepted through the whole of its last day. @param endsAt when that day is over where the tenant is */
export function hasEnded(endsAt: Date | null, now: Date): boolean {
  return endsAt !== null && endsAt <= now;
}

/** After today, as it is where the tenant is. */
export function isFutureDay(day: string, now: Date, timeZone: string): boolean {
  return day > dayIn(timeZone, now);
}

/** E.g. `2026-11-25`; such texts compare as days do. Swedes write days as ISO 8601 does. */
function dayIn(timeZone: string, moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment);
}
