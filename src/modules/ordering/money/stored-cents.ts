/**
 * Of a column of totals: the largest has more digits than an integer of PostgreSQL, whose larger type the driver gives
 * as text, and fewer than a number holds exactly.
 */
export const storedCents = {
  to: (value: number | null): number | null => value,
  from: (value: string | null): number | null => (value === null ? null : Number(value)),
};
