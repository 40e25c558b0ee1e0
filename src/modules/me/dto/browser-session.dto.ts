import type { MeDto } from './me.dto';

/** Ob dieser Browser angemeldet ist, und wer. */
export class BrowserSessionDto {
  signedIn: boolean;
  /** Null: niemand ist angemeldet. */
  me: MeDto | null;
}
