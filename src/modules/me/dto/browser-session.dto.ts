import type { Actor } from '../../../platform/context/actor';
import { type MeDto, presentMe } from './me.dto';

/** Ob dieser Browser angemeldet ist, und wer. */
export class BrowserSessionDto {
  signedIn: boolean;
  /** Null: niemand ist angemeldet. */
  me: MeDto | null;
}

export function presentBrowserSession(actor: Actor | undefined): BrowserSessionDto {
  return { signedIn: actor !== undefined, me: actor ? presentMe(actor) : null };
}
