import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { currentPasswordWrong } from '../../platform/http/fresh-proof';
import { Requires } from '../../platform/http/requires';
import { busy, sessionUnknown } from './auth.errors';
import { EndSessionsDto, ListSessionsQuery, presentSessionPage, SessionListDto } from './dto/session.dto';
import { OwnSessions } from './own-sessions';

@ApiTags('Anmeldung')
@Controller('api/v1/auth')
export class SessionsController {
  constructor(private readonly sessions: OwnSessions) {}

  @Get('sessions')
  @Requires('AUTHENTICATED', {
    id: 'listSessions',
    summary: 'Wo bin ich angemeldet?',
    description: 'Die eigenen offenen Sitzungen, die neueste zuerst.',
  })
  async list(@Query() query: ListSessionsQuery): Promise<SessionListDto> {
    return presentSessionPage(await this.sessions.page(query));
  }

  @Post('session-endings')
  @Requires('AUTHENTICATED', {
    id: 'endSessions',
    summary: 'Eine eigene Sitzung oder alle anderen beenden',
    description:
      'Verlangt das Passwort. Das beendete Programm muss sich ab der nächsten Anfrage neu anmelden.',
    status: 204,
    errors: [currentPasswordWrong, sessionUnknown, busy],
  })
  async end(@Body() { currentPassword, sessionId }: EndSessionsDto): Promise<void> {
    await this.sessions.end(currentPassword, sessionId);
  }
}
