export const PERIODS = [3, 6, 12] as const;
export type Period = (typeof PERIODS)[number];
export const DEFAULT_PERIOD: Period = 6;

/** What the address of the page says. */
export interface StatisticsSearch {
  readonly months?: Period;
}

export function statisticsSearch({ months }: Record<string, unknown>): StatisticsSearch {
  return { months: PERIODS.find((known) => known === Number(months) && known !== DEFAULT_PERIOD) };
}
