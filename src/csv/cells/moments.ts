/** `2026-11-28 17:05` by the clocks of the time zone, which spreadsheets of every language read as a time. */
export function momentIn(timeZone: string): (moment: Date | null) => string | null {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (moment) => moment && format.format(moment);
}
