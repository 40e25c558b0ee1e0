import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import { currentActor } from '../../platform/context/context';
import { TransactionService } from '../../platform/database';
import { KeysetList, type Page, type PageRequest } from '../../platform/http/paging/keyset-list';
import { sessionUnknown } from './auth.errors';
import { Reauthentication } from './reauthentication';
import { REFRESH_MS } from './refresh-tokens';
import { SessionsService } from './sessions.service';

/** A session of the caller that can still be used or renewed. */
export interface OwnSession {
  readonly id: string;
  readonly created_at: Date;
  readonly renewed_at: Date;
  readonly expires_at: Date;
  readonly address: string | null;
  readonly user_agent: string | null;
}

const SORTS = { newest: { by: 't.created_at', type: 'timestamptz', direction: 'DESC' } } as const;

/** Where people are logged in, and how they end what they do not recognise. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly transactions: TransactionService,
    private readonly lists: KeysetList,
    private readonly reauthentication: Reauthentication,
    private readonly sessions: SessionsService,
    private readonly audit: AuditLog,
  ) {}

  /** The newest first. */
  page(query: PageRequest): Promise<Page<OwnSession>> {
    return this.lists.page<OwnSession, 'newest'>({
      select: 't.id, t.created_at, t.renewed_at, t.expires_at, t.address, t.user_agent',
      from: 'sessions t',
      where: ['t.account_id = $1', 't.ended_at IS NULL', 't.expires_at > now()', 't.renewed_at > $2'],
      parameters: [currentActor().id, new Date(Date.now() - REFRESH_MS)],
      sorts: SORTS,
      sort: 'newest',
      query,
    });
  }

  /**
   * Ends one session of the caller, or all but the one that asks. Takes the password, so that a thief of a session
   * cannot shut out its owner.
   * @throws currentPasswordWrong, sessionUnknown, tooManyRequests, busy
   */
  async end(currentPassword: string, sessionId?: string): Promise<void> {
    const account = await this.reauthentication.confirm(currentPassword);
    await this.transactions.run(async () => {
      if (sessionId === undefined) {
        await this.sessions.endAll(account.id, currentActor().sessionId);
      } else if (!(await this.sessions.endOf(account.id, sessionId))) {
        throw sessionUnknown({ pointer: '/sessionId' });
      }
      await this.audit.record({
        action: 'sessions.ended',
        objectType: 'Account',
        objectId: account.id,
        changes: { sessionId: sessionId ?? null },
      });
    });
  }
}
