import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-strategy';
import type { Actor } from '../../platform/context/actor';
import { SessionCookie } from '../../platform/http/browser/session-cookie';
import { BrowserSessions } from './browser-sessions';

type Verify = (secret: string, done: (error: Error | null, actor?: Actor | false) => void) => void;

/** Asks about the value of the session cookie, where there is one. */
class CookieStrategy extends Strategy {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly verify: Verify,
  ) {
    super();
  }

  override authenticate(request: unknown): void {
    const value = this.cookie.of(request as FastifyRequest);
    if (value === undefined) {
      this.fail(401);
      return;
    }
    this.verify(value, (error, actor) => {
      if (error) this.error(error);
      else if (actor) this.success(actor);
      else this.fail(401);
    });
  }
}

/** A browser's cookie in place of a bearer token; as with that one, the session is asked for on every request. */
@Injectable()
export class BrowserSessionStrategy extends PassportStrategy(CookieStrategy, 'browser-session') {
  constructor(
    cookie: SessionCookie,
    private readonly sessions: BrowserSessions,
  ) {
    super(cookie);
  }

  async validate(value: string): Promise<Actor | false> {
    return (await this.sessions.actorOf(value)) ?? false;
  }
}
