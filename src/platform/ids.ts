import { v7 } from 'uuid';

/** A new UUIDv7: sorts by time of creation; made in the program because PostgreSQL 15 cannot. */
export function newId(): string {
  return v7();
}
