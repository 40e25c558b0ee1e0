type FailureKind = 'PERMANENT' | 'TEMPORARY';

/** Why a mail did not leave, in words and codes that staff may read and logs may hold: never of the mail or the server's text. */
export class MailFailure extends Error {
  constructor(
    message: string,
    private readonly kind: FailureKind,
  ) {
    super(message);
  }

  /** Trying again would not help. */
  get permanent(): boolean {
    return this.kind === 'PERMANENT';
  }
}

/** What is written down where an address is none. */
export const ADDRESS_INVALID = 'An address of the mail is not valid.';

/** What the SMTP client throws. */
export interface SmtpError {
  readonly code?: string;
  /** What the server was told when it refused. */
  readonly command?: string;
  /** The server's whole answer, which mostly repeats the address. */
  readonly response?: string;
  readonly responseCode?: number;
}

const CATEGORIES: Readonly<Record<string, string>> = {
  EENVELOPE: 'recipient refused',
  EMESSAGE: 'message refused',
  EAUTH: 'login refused',
  ENOAUTH: 'login refused',
  EOAUTH2: 'login refused',
  ETLS: 'no encrypted connection',
  EREQUIRETLS: 'no encrypted connection',
  EDNS: 'mail server not found',
  ECONNECTION: 'mail server not reached',
  ESOCKET: 'mail server not reached',
  ETIMEDOUT: 'mail server not reached',
  EPROTOCOL: 'answer not understood',
};

/** RFC 3463: class, subject and detail after the reply code. */
const ENHANCED_STATUS = /^[245]\d\d[ -]([245]\.\d{1,3}\.\d{1,3})\b/;

/**
 * Judges what the SMTP client reports. Only a refusal of this message or its recipient is final; everything that
 * concerns the connection or the login is the operator's to repair, and the mail then leaves.
 */
export function smtpFailure({ code = '', command, response = '', responseCode }: SmtpError): MailFailure {
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const refused = responseCode === undefined || responseCode >= 500;
  const ofSender = code === 'EENVELOPE' && command === 'MAIL FROM';
  const category = ofSender ? 'sender refused' : (CATEGORIES[code] ?? 'not sent');
  const codes = [responseCode, ENHANCED_STATUS.exec(response)?.[1]].filter(Boolean).join(' ');
  return new MailFailure(
    `SMTP: ${category}${codes && ` (${codes})`}`,
    aboutThisMail && refused ? 'PERMANENT' : 'TEMPORARY',
  );
}
