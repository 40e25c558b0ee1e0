import { FileForm } from '../../../files/file-form';
import { isPicture } from '../../../files/small-picture';
import { Id, OneOf, Optional } from '../../../platform/http/validation/fields';
import type { TicketAttachment } from './ticket-attachment.entity';
import { VISIBILITIES, type Visibility } from '../ticket.policy';
import { TicketAuthorDto } from '../history/ticket-parts.dto';

export class AddPortalTicketAttachmentDto extends FileForm {
  /** Ein eigener Kommentar, zu dem die Datei gehört. */
  @Optional()
  @Id()
  commentId?: string;
}

export class AddTicketAttachmentDto extends AddPortalTicketAttachmentDto {
  /** PUBLIC: Der Kunde kann die Datei laden. INTERNAL: nur für Mitarbeiter. */
  @OneOf(VISIBILITIES, { example: 'PUBLIC' })
  visibility: Visibility;
}

export class UploadFormDto extends FileForm {}

/** Eine Datei, die noch zu keinem Ticket gehört. */
export class UploadDto {
  id: string;
  /** @example fehlerprotokoll.txt */
  fileName: string;
  /** Nach dem Inhalt bestimmt. @example text/plain; charset=utf-8 */
  contentType: string;
  /** Bytes. @example 2048 */
  size: number;
  createdAt: Date;
}

/** Eigene Dateien, die auf ein Ticket oder einen Kommentar warten, älteste zuerst. */
export class UploadListDto {
  items: UploadDto[];
}

/** Was beim Hochladen gilt. */
export class UploadLimitsDto {
  /** Bytes einer Datei. @example 26214400 */
  maxBytes: number;
  /** Dateien eines Tickets. @example 50 */
  maxPerTicket: number;
  /** Dateien, die ein Ticket oder Kommentar beim Absenden nennt. @example 20 */
  maxPerMessage: number;
}

/** Ein Anhang. */
export class PortalTicketAttachmentDto {
  id: string;
  /** Das Ticket, zu dem er kam: dieses oder eines, das darin übergegangen ist. */
  ticketId: string | null;
  /** Der Kommentar, zu dem er gehört. */
  commentId: string | null;
  /** @example fehlerprotokoll.txt */
  fileName: string;
  /** Nach dem Inhalt bestimmt. @example text/plain; charset=utf-8 */
  contentType: string;
  /** Bytes. @example 2048 */
  size: number;
  /** Ob es ein Bild ist, von dem es eine Vorschau gibt. */
  hasPreview: boolean;
  /** SHA-256 der Datei, hexadezimal. */
  sha256: string;
  uploadedBy: TicketAuthorDto;
  createdAt: Date;
}

/** Ein Anhang; interne sieht kein Kunde. */
export class TicketAttachmentDto extends PortalTicketAttachmentDto {
  visibility: 'PUBLIC' | 'INTERNAL';
}

export function presentUpload({ id, fileName, contentType, size, createdAt }: TicketAttachment): UploadDto {
  return { id, fileName, contentType, size, createdAt };
}

export function presentUploads(uploads: readonly TicketAttachment[]): UploadListDto {
  return { items: uploads.map(presentUpload) };
}

export function presentPortalAttachment(attachment: TicketAttachment): PortalTicketAttachmentDto {
  return {
    id: attachment.id,
    ticketId: attachment.ticketId,
    commentId: attachment.commentId,
    fileName: attachment.fileName,
    contentType: attachment.contentType,
    size: attachment.size,
    hasPreview: isPicture(attachment.contentType),
    sha256: attachment.sha256,
    uploadedBy: { kind: attachment.uploadedByKind, name: attachment.uploadedByName },
    createdAt: attachment.createdAt,
  };
}

export function presentAttachment(attachment: TicketAttachment): TicketAttachmentDto {
  return Object.assign(presentPortalAttachment(attachment), { visibility: attachment.visibility });
}
