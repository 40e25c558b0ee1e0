/** Whole months of the tenant's calendar. */
export interface Months {
  readonly timeZone: string;
  /** The last one, e.g. `2026-11`; absent: the one that is running. */
  readonly until?: string;
  /** So many with it. */
  readonly months: number;
}

/** In a FROM clause: each month as `m`, with the moments in which it begins and ends. Takes `$2` to `$4`, see below. */
export const EACH_MONTH = `(
  SELECT to_char(d, 'YYYY-MM') AS month, d AT TIME ZONE $2::text AS begins, (d + interval '1 month') AT TIME ZONE $2::text AS ends
  FROM (SELECT date_trunc('month', coalesce($3::date::timestamp, now() AT TIME ZONE $2::text)) AS last) l,
    generate_series(l.last - ($4::int - 1) * interval '1 month', l.last, interval '1 month') d) m`;

/** What a statement with `EACH_MONTH` takes after the tenant. */
export function monthParameters({ timeZone, until, months }: Months): unknown[] {
  return [timeZone, until === undefined ? null : `${until}-01`, months];
}
