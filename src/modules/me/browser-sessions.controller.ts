import { Body, Controller, Delete, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OwnPagesOnly } from '../../platform/http/browser/same-origin.guard';
import { SessionCookie } from '../../platform/http/browser/session-cookie';
import { crossSite } from '../../platform/errors';
import { Public } from '../../platform/http/requires';
import { BrowserSessions, busy, LocalAuthGuard, LoginDto, loginFailed, type VerifiedLogin } from '../auth';
import { BrowserSessionDto } from './dto/browser-session.dto';
import { MeReader } from './me.reader';

/** Login and logout of browsers, which keep their session in a cookie and hold no tokens. */
@ApiTags('Anmeldung')
@Controller('api/v1/auth/browser-sessions')
export class BrowserSessionsController {
  constructor(
    private readonly sessions: BrowserSessions,
    private readonly cookie: SessionCookie,
    private readonly me: MeReader,
  ) {}

  @Post()
  @OwnPagesOnly()
  @UseGuards(LocalAuthGuard)
  @Public({
    id: 'createBrowserSession',
    summary: 'Im Browser anmelden',
    description:
      'Setzt ein Cookie, das kein Skript lesen kann; es gilt anstelle eines Tokens, höchstens 30 Tage und 7 Tage nach der letzten Benutzung. Eine Sitzung, die dieser Browser schon hatte, endet. Nur von den Seiten des Portals aus.',
    status: 201,
    errors: [loginFailed, crossSite, busy],
  })
  async open(
    @Body() _login: LoginDto,
    @Req() request: FastifyRequest & { user: VerifiedLogin },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BrowserSessionDto> {
    const { secret, actor } = await this.sessions.open(request.user, this.cookie.of(request));
    this.cookie.set(reply, secret);
    return { signedIn: true, me: await this.me.of(actor), accessEnded: false };
  }

  @Get()
  @Public({
    id: 'getBrowserSession',
    summary: 'Ist dieser Browser angemeldet?',
    description: 'Antwortet auch dann mit 200, wenn niemand angemeldet ist.',
  })
  async get(@Req() request: FastifyRequest): Promise<BrowserSessionDto> {
    const secret = this.cookie.of(request);
    const actor = secret === undefined ? undefined : await this.sessions.actorOf(secret);
    if (actor) return { signedIn: true, me: await this.me.of(actor), accessEnded: false };
    const accessEnded = secret !== undefined && (await this.sessions.isAccessEnded(secret));
    return { signedIn: false, me: null, accessEnded };
  }

  @Delete()
  @OwnPagesOnly()
  @Public({
    id: 'endBrowserSession',
    summary: 'Im Browser abmelden',
    description: 'Beendet die Sitzung dieses Browsers, wenn er eine hat, und löscht das Cookie.',
    status: 204,
    errors: [crossSite],
  })
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const secret = this.cookie.of(request);
    if (secret !== undefined) await this.sessions.end(secret);
    this.cookie.clear(reply);
  }
}
