export interface Format {
  /** A day, e.g. 3. März 2026. */
  date(iso: string): string;
  /** A day with the time of day. */
  dateTime(iso: string): string;
  /** As people say it: vor 5 Minuten, gestern; a day once that is long ago. */
  ago(iso: string, now?: number): string;
  money(cents: number, currency: string): string;
  number(value: number): string;
  percent(value: number): string;
  bytes(size: number): string;
}

/** How long ago something was, in words. */
interface Ago {
  readonly now: string;
  minutes(count: number): string;
  hours(count: number): string;
  days(count: number): string;
}

const LONG_AGO_MINUTES = 10_080;
const MIB = 1_048_576;
const LOCALES: Record<string, string> = { de: 'de-DE', en: 'en-GB' };

/**
 * What the browser formats with takes a tenth of a second to make on a slow phone: it is made where something is shown with it,
 * once; most pages do without.
 */
export function formatFor(language: string, words: Ago): Format {
  const locale = LOCALES[language];
  const day = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));
  const moment = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
  const plain = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
  const share = once(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }));
  const amount = once((currency: string) => new Intl.NumberFormat(locale, { style: 'currency', currency }));
  const number = (value: number): string =>
    value % 1 === 0 && Math.abs(value) < 1000 ? String(value) : plain().format(value);
  const date = (iso: string): string => day().format(new Date(iso));
  return {
    date,
    dateTime: (iso) => moment().format(new Date(iso)),
    ago: (iso, now = Date.now()) => {
      const minutes = Math.floor((now - Date.parse(iso)) / 60_000);
      if (minutes >= LONG_AGO_MINUTES) return date(iso);
      if (minutes >= 1_440) return words.days(midnightsBetween(Date.parse(iso), now));
      if (minutes >= 60) return words.hours(Math.floor(minutes / 60));
      return minutes > 0 ? words.minutes(minutes) : words.now;
    },
    money: (cents, currency) => amount(currency).format(cents / 100),
    number,
    percent: (value) => share().format(value / 100),
    bytes: (size) =>
      size >= MIB
        ? `${number(Math.round((size / MIB) * 10) / 10)} MB`
        : `${number(Math.max(1, Math.round(size / 1024)))} kB`,
  };
}

/** Makes something when it is first asked for; for each name, where there are several. */
function once<Made>(make: (name: string) => Made): (name?: string) => Made {
  const made = new Map<string, Made>();
  return (name = '') => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}

/** Yesterday is the day before today, however many hours ago. */
function midnightsBetween(from: number, to: number): number {
  const midnight = (moment: number): number => new Date(moment).setHours(0, 0, 0, 0);
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}
