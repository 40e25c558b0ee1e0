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

const STEPS = [
  ['minute', 60],
  ['hour', 3_600],
] as const;
const LONG_AGO_SECONDS = 7 * 86_400;
const MIB = 1_048_576;
const LOCALES: Record<string, string> = { de: 'de-DE', en: 'en-GB' };

/** What the browser formats with takes milliseconds to make: it is made where something is shown with it, once. */
export function formatFor(language: string): Format {
  const locale = LOCALES[language];
  const day = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));
  const moment = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const plain = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
  const share = once(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }));
  const amount = once((currency: string) => new Intl.NumberFormat(locale, { style: 'currency', currency }));
  const date = (iso: string): string => day().format(new Date(iso));
  return {
    date,
    dateTime: (iso) => moment().format(new Date(iso)),
    ago: (iso, now = Date.now()) => {
      const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
      if (seconds >= LONG_AGO_SECONDS) return date(iso);
      if (seconds >= 86_400) return relative().format(-midnightsBetween(Date.parse(iso), now), 'day');
      const [unit, size] = STEPS.findLast(([, size]) => seconds >= size) ?? (['minute', 60] as const);
      return relative().format(-Math.floor(seconds / size), unit);
    },
    money: (cents, currency) => amount(currency).format(cents / 100),
    number: (value) => plain().format(value),
    percent: (value) => share().format(value / 100),
    bytes: (size) =>
      size >= MIB
        ? `${plain().format(size / MIB)} MB`
        : `${plain().format(Math.max(1, Math.round(size / 1024)))} kB`,
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
