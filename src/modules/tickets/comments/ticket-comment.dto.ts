import { UndeliveredMailDto } from '../../../mail/undelivered-mail.dto';
import type { Page } from '../../../platform/http/paging/keyset-list';
import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import { OneOf, Optional, Text } from '../../../platform/http/validation/fields';
import { IdList } from '../../../platform/http/validation/list-fields';
import { MAX_UPLOADS_NAMED } from '../attachments/upload-limits';
import type { TicketComment } from '../ticket-comment.entity';
import { VISIBILITIES, type Visibility } from '../ticket.policy';
import { TICKET_STATUSES, type TicketStatus } from '../ticket-status';
import { TicketAuthorDto } from '../history/ticket-parts.dto';

export const COMMENT_SORTS = ['createdAt', '-createdAt'] as const;
export type CommentSort = (typeof COMMENT_SORTS)[number];

export class ListTicketCommentsQuery extends ListQuery {
  /** Ohne Angabe die ältesten zuerst. */
  @Optional()
  @OneOf(COMMENT_SORTS)
  sort?: CommentSort;
}

abstract class CommentFields {
  @Text({ max: 20_000, lines: true, example: 'Der Drucker zeigt jetzt Fehler 79.' })
  body: string;
}

export class AddPortalTicketCommentDto extends CommentFields {
  /** Hochgeladene Dateien, die dazugehören; siehe `createUpload`. */
  @Optional()
  @IdList({ max: MAX_UPLOADS_NAMED })
  uploadIds?: string[];
}

export class AddTicketCommentDto extends CommentFields {
  /** PUBLIC: Der Kunde liest mit und wird per Mail benachrichtigt. INTERNAL: nur für Mitarbeiter. */
  @OneOf(VISIBILITIES, { example: 'PUBLIC' })
  visibility: Visibility;

  /** Der Status danach; von ihm erfährt der Kunde in derselben Mail. Ohne Angabe, was der Kommentar von selbst bewirkt. */
  @Optional()
  @OneOf(TICKET_STATUSES, { example: 'WAITING_FOR_CUSTOMER' })
  status?: TicketStatus;

  /** Hochgeladene Dateien, die dazugehören; siehe `createStaffUpload`. Wer den Kommentar sieht, sieht auch sie. */
  @Optional()
  @IdList({ max: MAX_UPLOADS_NAMED })
  uploadIds?: string[];
}

/** Ein Kommentar. */
export class PortalTicketCommentDto {
  id: string;
  author: TicketAuthorDto;
  /** @example Der Drucker zeigt jetzt Fehler 79. */
  body: string;
  createdAt: Date;
}

/** Ein Kommentar; interne sieht kein Kunde. */
export class TicketCommentDto extends PortalTicketCommentDto {
  visibility: 'PUBLIC' | 'INTERNAL';
  /** Die Mails mit ihm, die nicht versendet sind. */
  undelivered: UndeliveredMailDto[];
}

export class PortalTicketCommentListDto {
  items: PortalTicketCommentDto[];
  nextCursor?: string;
  totalCount?: number;
}

export class TicketCommentListDto {
  items: TicketCommentDto[];
  nextCursor?: string;
  totalCount?: number;
}

type Shown = Pick<TicketComment, 'id' | 'authorKind' | 'authorName' | 'visibility' | 'body' | 'createdAt'>;

export function presentPortalComment(comment: Shown): PortalTicketCommentDto {
  return {
    id: comment.id,
    author: { kind: comment.authorKind, name: comment.authorName },
    body: comment.body,
    createdAt: comment.createdAt,
  };
}

/** @param undelivered of what has just been written none is known */
export function presentComment(comment: Shown, undelivered: UndeliveredMailDto[] = []): TicketCommentDto {
  return Object.assign(presentPortalComment(comment), {
    visibility: comment.visibility,
    undelivered,
  });
}

export function presentPortalComments(page: Page<Shown>): PortalTicketCommentListDto {
  return { ...page, items: page.items.map(presentPortalComment) };
}

export function presentComments(
  page: Page<Shown & { readonly undelivered: UndeliveredMailDto[] }>,
): TicketCommentListDto {
  return { ...page, items: page.items.map((comment) => presentComment(comment, comment.undelivered)) };
}
