import type { MeDto } from './me.dto';

/** Ob dieser Browser angemeldet ist, und wer. */
export class BrowserSessionDto {
  signedIn: boolean;
  /** Null: niemand ist angemeldet. */
  me: MeDto | null;
  /** Ob der Zugang, mit dem dieser Browser angemeldet war, inzwischen beendet ist oder ruht. */
  accessEnded: boolean;
}
