import type { Texts } from '../errors';

const FEW_SECONDS = 10;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When to retry, in words; rounded up, so that no retry comes too early. */
export function waitingTime(seconds: number): Texts {
  if (seconds <= FEW_SECONDS) return { de: 'in wenigen Sekunden', en: 'in a few seconds' };
  if (seconds <= MINUTE) return { de: 'in einer Minute', en: 'in a minute' };
  const minutes = Math.ceil(seconds / MINUTE);
  if (minutes <= 50) return { de: `in ${minutes} Minuten`, en: `in ${minutes} minutes` };
  const hours = Math.ceil(seconds / HOUR);
  if (hours === 1) return { de: 'in etwa einer Stunde', en: 'in about an hour' };
  if (hours <= 20) return { de: `in etwa ${hours} Stunden`, en: `in about ${hours} hours` };
  const days = Math.ceil(seconds / DAY);
  if (days === 1) return { de: 'in etwa einem Tag', en: 'in about a day' };
  return { de: `in etwa ${days} Tagen`, en: `in about ${days} days` };
}
