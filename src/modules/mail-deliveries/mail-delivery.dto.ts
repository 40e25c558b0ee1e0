import type { Page } from '../../platform/http/paging/keyset-list';
import { ListQuery } from '../../platform/http/paging/list-query.dto';
import { IdList } from '../../platform/http/validation/list-fields';
import { QueryList } from '../../platform/http/validation/query-fields';
import { mailProblem } from '../../mail/mail-problem';
import { MailProblemDto } from '../../mail/mail-problem.dto';
import type { TracedMail } from '../../mail/undelivered-mails';

const LISTED_STATES = ['FAILED', 'QUEUED'] as const;
const MAX_RESENT = 100;

export class ListUndeliveredMailsQuery extends ListQuery {
  /** FAILED: aufgegeben, QUEUED: wartet. Ohne Angabe beides. */
  @QueryList(LISTED_STATES)
  state?: ('FAILED' | 'QUEUED')[];
}

export class ResendMailsDto {
  /** Mails der Liste. */
  @IdList({ max: MAX_RESENT })
  mailIds: string[];
}

/** Wen eine Mail angeht. */
export class MailRecipientDto {
  kind: 'CONTACT' | 'STAFF';
  id: string;
  /** @example Petra Müller */
  name: string;
  /** Der Kunde eines Ansprechpartners. */
  customerId: string | null;
}

/** Eine Mail, und was aus ihr geworden ist. Was in ihr steht, ist nicht gespeichert. */
export class MailDeliveryDto {
  id: string;
  /** Welche Art von Mail. @example ticket-reply */
  kind: string;
  /** Wartet, versendet, aufgegeben, hinfällig. */
  state: 'QUEUED' | 'SENT' | 'FAILED' | 'SUPPRESSED';
  /** Null: jemand, der sich registriert hat. */
  recipient: MailRecipientDto | null;
  /** Das Ticket, um das es geht. */
  ticketId: string | null;
  /** Die Bestellung, um die es geht. */
  orderId: string | null;
  attempts: number;
  createdAt: Date;
  /** Null: versendet, oder noch nicht versucht. */
  problem: MailProblemDto | null;
}

export class MailDeliveryListDto {
  items: MailDeliveryDto[];
  nextCursor?: string;
  totalCount?: number;
}

/** Wie viele Mails nicht versendet sind, höchstens 1.000. */
export class UndeliveredMailCountsDto {
  /** Aufgegeben. */
  failed: number;
  /** Warten länger als üblich. */
  waiting: number;
}

/** Welche der Mails noch einmal versucht werden. */
export class ResentMailsDto {
  mailIds: string[];
}

type RecipientOf = (mail: TracedMail) => MailRecipientDto | null;

export function presentDelivery(mail: TracedMail, recipientOf: RecipientOf): MailDeliveryDto {
  const { id, template, state, ticketId, orderId, attempts, createdAt, lastError } = mail;
  return {
    id,
    kind: template,
    state,
    recipient: recipientOf(mail),
    ticketId,
    orderId,
    attempts,
    createdAt,
    problem: lastError === null ? null : mailProblem(lastError),
  };
}

export function presentDeliveries(page: Page<TracedMail>, recipientOf: RecipientOf): MailDeliveryListDto {
  return { ...page, items: page.items.map((mail) => presentDelivery(mail, recipientOf)) };
}
