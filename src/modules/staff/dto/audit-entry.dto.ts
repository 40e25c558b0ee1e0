import { ApiProperty } from '@nestjs/swagger';
import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import { QueryDay } from '../../../platform/http/validation/query-fields';
import { Id, Optional, Text } from '../../../platform/http/validation/fields';

export class ListAuditEntriesQuery extends ListQuery {
  /** Nur Änderungen an diesem Objekt. */
  @Optional()
  @Id()
  objectId?: string;

  /** Nur Änderungen durch diese Person. */
  @Optional()
  @Id()
  actorId?: string;

  /** Nur diese Art von Änderung, zum Beispiel `portal-access.activated`. */
  @Optional()
  @Text({ max: 100 })
  action?: string;

  /** An diesem Tag oder später, nach der Uhr des Mandanten. */
  @QueryDay()
  from?: string;

  /** An diesem Tag oder früher. */
  @QueryDay()
  until?: string;
}

/** Eine Änderung: wer, wann, was. */
export class AuditEntryDto {
  id: string;
  occurredAt: Date;
  actorId: string | null;
  actorName: string | null;
  /** @example portal-access.activated */
  action: string;
  /** @example Contact */
  objectType: string;
  objectId: string;

  /** Neue Werte je Feld. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  changes: Record<string, unknown>;

  /** Was diese Felder vorher waren, bei Einstellungen, Mitarbeitern, Rollen und Artikeln; sonst null. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  before: Record<string, unknown> | null;

  /**
   * Warum: was im Kopf `Audit-Reason` der Anfrage stand.
   * @example Frau Müller ist ausgeschieden
   */
  reason: string | null;

  /** Verbindet die Einträge einer Anfrage mit den Protokollen. */
  correlationId: string | null;
}

export class AuditEntryListDto {
  items: AuditEntryDto[];
  nextCursor?: string;
  totalCount?: number;
}
