import { Body, Controller, Headers, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TakesForm } from '../../platform/http/bodies/takes';
import { Public } from '../../platform/http/requires';
import { busy, loginFailed, refreshFailed } from './auth.errors';
import { OAuthTokensDto, presentOAuthTokens, TokenFormDto } from './dto/login.dto';
import { LoginService } from './login.service';
import { type IssuedTokens, SessionsService } from './sessions.service';

/** The same login in the form that OAuth2 tools speak, such as the Authorize dialog of Swagger UI. */
@ApiTags('Anmeldung')
@Controller('api/v1/auth/token')
export class OAuthController {
  constructor(
    private readonly logins: LoginService,
    private readonly sessions: SessionsService,
  ) {}

  @Post()
  @TakesForm()
  @Public({
    id: 'createToken',
    summary: 'OAuth2-Token (Password Grant)',
    description: 'Für den Authorize-Dialog; `client_id` ist die Kurzbezeichnung des Mandanten.',
    status: 200,
    errors: [loginFailed, refreshFailed, busy],
  })
  async token(
    @Body() form: TokenFormDto,
    @Headers('authorization') authorization?: string,
  ): Promise<OAuthTokensDto> {
    return presentOAuthTokens(await this.grant(form, authorization));
  }

  private async grant(form: TokenFormDto, authorization?: string): Promise<IssuedTokens> {
    if (form.grant_type === 'refresh_token') return this.sessions.refresh(form.refresh_token ?? '');
    const tenant = form.client_id ?? clientOf(authorization) ?? '';
    const verified = await this.logins.verify(tenant, form.username ?? '', form.password ?? '');
    return this.logins.open(verified);
  }
}

/** The user name of HTTP Basic, where OAuth2 clients put their id. */
function clientOf(authorization?: string): string | undefined {
  const basic = /^Basic ([\w+/=-]+)$/i.exec(authorization ?? '')?.[1];
  const [client] = basic ? Buffer.from(basic, 'base64').toString().split(':') : [];
  return client && decodeURIComponentSafely(client);
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
