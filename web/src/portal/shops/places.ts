import type { Printer } from './queries';

/** Printers by where they stand, in the order of the list; what has no place comes last, under an empty name. */
export function placesOf(printers: readonly Printer[]): [place: string, printers: Printer[]][] {
  const places = new Map<string, Printer[]>();
  for (const printer of printers) {
    const place = printer.location ?? '';
    const there = places.get(place) ?? [];
    places.set(place, [...there, printer]);
  }
  return [...places].sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b));
}
