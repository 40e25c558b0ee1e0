/** A mail that went into the local mailbox instead of the world. */
export interface CaughtMail {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** RFC 3339, UTC. */
  readonly receivedAt: string;
}

export interface CaughtMailDetail extends CaughtMail {
  readonly html: string | null;
  /** Each as one line, `Name: value`. */
  readonly headers: readonly string[];
}
