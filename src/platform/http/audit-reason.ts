import { oneLine } from '../text/normal-text';
import { withoutInvisible } from '../text/visible';
import { validationFailed } from '../errors';

const LONGEST = 500;

/** The reason that staff give for a change, for the audit log. */
export const AUDIT_REASON = {
  name: 'Audit-Reason',
  required: false,
  description: 'Warum Sie das tun, in eigenen Worten; steht danach im Protokoll.',
  schema: { type: 'string', maxLength: LONGEST },
} as const;

/** @throws validationFailed where it is too long to be kept as it is */
export function auditReasonOf(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  const reason = oneLine(withoutInvisible(decoded(header).replace(/\p{Cc}+/gu, ' ')));
  if (reason.length <= LONGEST) return reason || undefined;
  const texts = {
    de: `Bitte geben Sie höchstens ${LONGEST} Zeichen an.`,
    en: `Please give ${LONGEST} characters at most.`,
  };
  throw validationFailed({ fields: [{ pointer: AUDIT_REASON.name, code: 'length', texts }] });
}

/** Browsers send Latin-1, other programs UTF-8; Node reads each byte as one character. */
function decoded(header: string): string {
  const bytes = Buffer.from(header, 'latin1');
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? header : text;
}
