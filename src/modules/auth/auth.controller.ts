import { Body, Controller, Post, Req, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { currentActor } from '../../platform/context/context';
import { Public, Requires } from '../../platform/http/requires';
import { busy, loginFailed, refreshFailed } from './auth.errors';
import { LoginDto, presentTokens, RefreshDto, TokensDto } from './dto/login.dto';
import { LocalAuthGuard } from './local-auth.guard';
import { LoginService, type VerifiedLogin } from './login.service';
import { SessionsService } from './sessions.service';

@ApiTags('Anmeldung')
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    private readonly logins: LoginService,
    private readonly sessions: SessionsService,
  ) {}

  @Post('login')
  @UseGuards(LocalAuthGuard)
  @Public({
    id: 'login',
    summary: 'Anmelden',
    description:
      'Mit Kurzbezeichnung des Mandanten, E-Mail-Adresse und Passwort. In Swagger UI genügt der Knopf *Authorize*.',
    status: 200,
    errors: [loginFailed, busy],
  })
  async login(@Body() _login: LoginDto, @Req() request: { user: VerifiedLogin }): Promise<TokensDto> {
    return presentTokens(await this.logins.open(request.user));
  }

  @Post('refresh')
  @Public({
    id: 'refresh',
    summary: 'Sitzung erneuern',
    description:
      'Jedes Refresh-Token gilt einmal. Wer es gerade erst verwendet hat, erhält zehn Sekunden lang dasselbe neue noch einmal, zum Beispiel zwei Fenster desselben Browsers; jede andere weitere Verwendung beendet die Sitzung.',
    status: 200,
    errors: [refreshFailed],
  })
  async refresh(@Body() { refreshToken }: RefreshDto): Promise<TokensDto> {
    return presentTokens(await this.sessions.refresh(refreshToken));
  }

  @Post('logout')
  @Requires('AUTHENTICATED', {
    id: 'logout',
    summary: 'Abmelden',
    description: 'Beendet diese Sitzung; andere bleiben bestehen.',
    status: 204,
  })
  async logout(): Promise<void> {
    await this.sessions.end(currentActor().sessionId);
  }
}
