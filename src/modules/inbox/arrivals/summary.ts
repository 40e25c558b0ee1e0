import { emailAddress } from '../../../platform/text/email-address';
import { mixedScriptsOfAddress } from '../../../platform/text/mixed-scripts';
import { shortened } from '../shortened';
import type { SentOrder, SentRegistration } from './payload';

const MAX_LINES = 3;
const MAX_CHARACTERS = 200;

/** E.g. `2 × Toner schwarz (Drucker Empfang), 1 × Trommel, …`: the same in every language. */
export function summaryOfOrder({ lines }: Pick<SentOrder, 'lines'>): string {
  const shown = lines.slice(0, MAX_LINES).map(({ quantity, name, printer }) => {
    return `${quantity} × ${name}${printer ? ` (${printer.name})` : ''}`;
  });
  return shortened([...shown, ...(lines.length > MAX_LINES ? ['…'] : [])].join(', '), MAX_CHARACTERS);
}

/** An address that mixes scripts shows besides what mail servers see: it may look like another. */
export function summaryOfRegistration({ company, firstName, lastName, email }: SentRegistration): string {
  const ascii = mixedScriptsOfAddress(email, 'en').length > 0 ? emailAddress(email)?.ascii : undefined;
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return shortened(
    [ascii ? `⚠ ${ascii}` : '', company, name, email].filter(Boolean).join(' · '),
    MAX_CHARACTERS,
  );
}
