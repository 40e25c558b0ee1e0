type Permanence = 'PERMANENT' | 'TEMPORARY';

/** Why a mail did not leave, in words that staff may read. */
export class MailFailure extends Error {
  constructor(
    message: string,
    private readonly permanence: Permanence,
    cause?: unknown,
  ) {
    super(message, { cause });
  }

  /** Trying again would not help. */
  get permanent(): boolean {
    return this.permanence === 'PERMANENT';
  }
}

interface SmtpError {
  readonly code?: string;
  readonly message?: string;
  /** The server's whole answer. */
  readonly response?: string;
  readonly responseCode?: number;
}

/**
 * Judges what the SMTP client reports. Only a refusal of this message or its recipient is final; everything that
 * concerns the connection or the login is the operator's to repair, and the mail then leaves.
 */
export function smtpFailure(error: SmtpError): MailFailure {
  const { code, message, response, responseCode } = error;
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const refused = responseCode === undefined || responseCode >= 500;
  return new MailFailure(
    `SMTP: ${response ?? message ?? code ?? 'unknown error'}`,
    aboutThisMail && refused ? 'PERMANENT' : 'TEMPORARY',
    error,
  );
}
