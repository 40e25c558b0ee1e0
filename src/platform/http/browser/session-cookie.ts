import { Inject, Injectable } from '@nestjs/common';
import { parseCookie, type SetCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../../config/config';
import { CONFIG } from '../../../config/config.module';

/** The server ends an idle session much earlier; the cookie only has to outlive the longest session. */
const MAX_AGE_SECONDS = 30 * 24 * 60 * 60;

/** No other host, and no page without encryption, can set a cookie whose name begins like this; browsers see to it. */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-session' : 'session';
}

/** The cookie by which a browser proves its session: no script can read it, and no other site's page sends it along. */
@Injectable()
export class SessionCookie {
  private readonly attributes: Omit<SetCookie, 'value'>;

  constructor(@Inject(CONFIG) { publicUrl }: Config) {
    this.attributes = {
      name: sessionCookieName(publicUrl),
      httpOnly: true,
      secure: publicUrl.startsWith('https:'),
      sameSite: 'strict',
      path: '/',
    };
  }

  /** What the browser sent; nothing where the caller names a session by `Authorization`: that one is meant. */
  of({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
    if (headers.authorization !== undefined || headers.cookie === undefined) return undefined;
    return parseCookie(headers.cookie)[this.attributes.name];
  }

  set(reply: FastifyReply, value: string): void {
    this.send(reply, { ...this.attributes, value, maxAge: MAX_AGE_SECONDS });
  }

  clear(reply: FastifyReply): void {
    this.send(reply, { ...this.attributes, value: '', maxAge: 0 });
  }

  private send(reply: FastifyReply, cookie: SetCookie): void {
    void reply.header('Set-Cookie', stringifySetCookie(cookie));
  }
}
