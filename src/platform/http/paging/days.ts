/** Days of the tenant's calendar, both included. */
export interface Days {
  readonly from?: string;
  readonly until?: string;
  readonly timeZone: string;
}

/**
 * Conditions of a list: the column's moment falls on one of the days.
 * @param parameters of the statement; takes those of the conditions
 */
export function withinDays(column: string, { from, until, timeZone }: Days, parameters: unknown[]): string[] {
  const place = (value: unknown): string => `$${parameters.push(value)}`;
  const beginOf = (day: string, later = 0): string =>
    `((${place(day)}::date + ${later})::timestamp AT TIME ZONE ${place(timeZone)})`;
  return [
    ...(from ? [`${column} >= ${beginOf(from)}`] : []),
    ...(until ? [`${column} < ${beginOf(until, 1)}`] : []),
  ];
}
