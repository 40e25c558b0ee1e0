import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../platform/context/actor';
import { SessionCookie } from '../platform/http/browser/session-cookie';
import type { Language } from '../platform/context/context';
import { TransactionService } from '../platform/database';
import { decodeToken, OpenSessions, type OpaqueToken } from '../modules/auth';
import { SettingsService } from '../modules/tenants';

/** As long as it takes the app to find out by itself on a slow line. */
const MAX_WAIT_MS = 500;

export interface Visitor extends Pick<Actor, 'kind' | 'role' | 'passwordChangeRequired'> {
  /** In which the app speaks to them, whatever the browser prefers. */
  readonly language: Language;
}

/** Who opens a page, so that what it needs can be named with it. */
@Injectable()
export class Visitors {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly sessions: OpenSessions,
    private readonly settings: SettingsService,
    private readonly transactions: TransactionService,
  ) {}

  /** Nothing where nobody is logged in, or the database does not say soon who: the app then finds out by itself. */
  async of(request: FastifyRequest): Promise<Visitor | undefined> {
    const secret = this.cookie.of(request);
    const token = secret === undefined ? undefined : decodeToken(secret);
    if (!token) return undefined;
    const found = this.visitorOf(token).catch(() => undefined);
    return Promise.race([found, sleep(MAX_WAIT_MS, undefined, { ref: false })]);
  }

  private async visitorOf(token: OpaqueToken): Promise<Visitor | undefined> {
    const open = await this.sessions.ofBrowser(token);
    if (!open) return undefined;
    const { kind, role, passwordChangeRequired, tenantId } = open.actor;
    return {
      kind,
      role,
      passwordChangeRequired,
      language: open.language ?? (await this.defaultLanguageOf(tenantId)),
    };
  }

  private async defaultLanguageOf(tenantId: string): Promise<Language> {
    return (await this.transactions.runFor(tenantId, () => this.settings.current())).defaultLanguage;
  }
}
