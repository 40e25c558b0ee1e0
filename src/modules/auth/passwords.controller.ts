import { Body, Controller, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { currentLanguage } from '../../platform/context/context';
import { textOf } from '../../platform/errors';
import { SessionCookie } from '../../platform/http/browser/session-cookie';
import { currentPasswordWrong } from '../../platform/http/fresh-proof';
import { Public, Requires } from '../../platform/http/requires';
import {
  busy,
  passwordLength,
  passwordSetAlready,
  passwordUnchanged,
  passwordWeak,
  tokenInvalid,
} from './auth.errors';
import {
  AcceptedDto,
  ChangePasswordDto,
  PasswordLinkDto,
  PasswordResetDto,
  PasswordResetRequestDto,
} from './dto/password.dto';
import { PasswordLinks } from './password-links';
import { PasswordResetsService } from './password-resets.service';
import { PasswordsService } from './passwords.service';

const ACCEPTED = {
  de: 'Wenn zu dieser Adresse ein Zugang besteht, erhalten Sie eine E-Mail mit einem Link.',
  en: 'If there is an access with this address, you will get an e-mail with a link.',
};

@ApiTags('Anmeldung')
@Controller('api/v1/auth')
export class PasswordsController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly links: PasswordLinks,
    private readonly resets: PasswordResetsService,
    private readonly cookie: SessionCookie,
  ) {}

  @Put('password')
  @Requires('AUTHENTICATED', {
    id: 'changePassword',
    summary: 'Passwort ändern',
    description: 'Beendet alle anderen Sitzungen; eine Mail teilt die Änderung mit.',
    status: 204,
    errors: [currentPasswordWrong, passwordUnchanged, passwordLength, passwordWeak.WORDS, busy],
  })
  async change(
    @Body() { currentPassword, newPassword }: ChangePasswordDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const secret = await this.passwords.change(currentPassword, newPassword);
    if (secret !== undefined) this.cookie.set(reply, secret);
  }

  @Post('password-reset-requests')
  @Public({
    id: 'requestPasswordReset',
    summary: 'Passwort vergessen',
    description: 'Antwortet immer gleich, damit niemand erfährt, welche Adressen bekannt sind.',
    status: 202,
  })
  async requestReset(@Body() { tenant, email }: PasswordResetRequestDto): Promise<AcceptedDto> {
    await this.resets.request(tenant, email);
    return { message: textOf(ACCEPTED, currentLanguage()) };
  }

  @Post('password-link-checks')
  @Public({
    id: 'checkPasswordLink',
    summary: 'Prüfen, ob der Link aus der Mail noch gilt',
    description: 'Verbraucht ihn nicht: So erfährt es, wer ihn öffnet, bevor er ein Passwort ausgedacht hat.',
    status: 204,
    errors: [tokenInvalid, passwordSetAlready],
  })
  async check(@Body() { token }: PasswordLinkDto): Promise<void> {
    await this.links.check(token);
  }

  @Post('password-resets')
  @Public({
    id: 'resetPassword',
    summary: 'Passwort mit dem Link aus der Mail festlegen',
    description: 'Für das erste Passwort wie für ein vergessenes; alle Sitzungen enden.',
    status: 204,
    errors: [tokenInvalid, passwordSetAlready, passwordLength, passwordWeak.WORDS, busy],
  })
  async reset(@Body() { token, newPassword }: PasswordResetDto): Promise<void> {
    await this.links.redeem(token, newPassword);
  }
}
