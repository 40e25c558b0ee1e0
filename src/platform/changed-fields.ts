/** What of the wanted values is given and differs from the current ones. */
export function changedFields<T extends object>(current: T, wanted: Partial<T>): Partial<T> {
  const given = Object.entries(wanted) as [keyof T, T[keyof T] | undefined][];
  const changed = given.filter(([field, value]) => value !== undefined && value !== current[field]);
  return Object.fromEntries(changed) as Partial<T>;
}
