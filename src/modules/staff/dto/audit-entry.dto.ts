import { ApiProperty } from '@nestjs/swagger';
import {
  AUDIT_ACTIONS,
  AUDIT_OBJECT_TYPES,
  type AuditAction,
  type AuditObjectType,
} from '../../../platform/audit/audited';
import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import { QueryDay } from '../../../platform/http/validation/query-fields';
import { Id, OneOf, Optional } from '../../../platform/http/validation/fields';

export class ListAuditEntriesQuery extends ListQuery {
  /** Nur Änderungen an diesem Objekt. */
  @Optional()
  @Id()
  objectId?: string;

  /** Nur Änderungen durch diese Person. */
  @Optional()
  @Id()
  actorId?: string;

  /** Nur Änderungen an solchen Objekten. */
  @Optional()
  @OneOf(AUDIT_OBJECT_TYPES)
  objectType?: AuditObjectType;

  /** Nur diese Art von Änderung. */
  @Optional()
  @OneOf(AUDIT_ACTIONS)
  action?: AuditAction;

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
