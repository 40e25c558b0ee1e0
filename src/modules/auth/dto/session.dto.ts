import { currentActor } from '../../../platform/context/context';
import type { Page } from '../../../platform/http/paging/keyset-list';
import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import { Id, Optional, Password } from '../../../platform/http/validation/fields';
import type { OwnSession } from '../own-sessions';

export class ListSessionsQuery extends ListQuery {}

/** Eine Anmeldung, die noch gilt. */
export class SessionDto {
  id: string;

  /** Die Sitzung, mit der gerade gefragt wird. */
  current: boolean;

  /** Wann angemeldet wurde. */
  createdAt: Date;

  /** Wann die Sitzung zuletzt erneuert wurde; wer das Portal benutzt, tut das alle fünf Minuten. */
  renewedAt: Date;

  /** Danach muss man sich neu anmelden. */
  expiresAt: Date;

  /**
   * Woher zuletzt erneuert wurde: die IPv4-Adresse oder das IPv6-Netz.
   * @example 203.0.113.7
   */
  address: string | null;

  /**
   * Wie sich Browser oder Programm nennen.
   * @example Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0
   */
  userAgent: string | null;
}

export class SessionListDto {
  items: SessionDto[];
  nextCursor?: string;
  totalCount?: number;
}

export class EndSessionsDto {
  @Password()
  currentPassword: string;

  /** Ohne Angabe enden alle außer dieser. */
  @Optional()
  @Id()
  sessionId?: string;
}

export function presentSessionPage(page: Page<OwnSession>): SessionListDto {
  const { sessionId } = currentActor();
  return { ...page, items: page.items.map((session) => presentSession(session, sessionId)) };
}

function presentSession(session: OwnSession, currentId: string): SessionDto {
  return {
    id: session.id,
    current: session.id === currentId,
    createdAt: session.created_at,
    renewedAt: session.renewed_at,
    expiresAt: session.expires_at,
    address: session.address,
    userAgent: session.user_agent,
  };
}
