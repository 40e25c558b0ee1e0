import { useSpeech } from '../../i18n';

/** `2026-11` as people read it, short. */
export function useMonthName(): (month: string) => string {
  const { language } = useSpeech();
  const format = new Intl.DateTimeFormat(language, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  return (month) => format.format(new Date(`${month}-01T00:00:00Z`));
}
