import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/etag';
import { currentPasswordRequired, currentPasswordWrong, FreshProof } from '../../platform/http/fresh-proof';
import { Requires } from '../../platform/http/requires';
import { presentSettings, SettingsDto, UpdateSettingsDto } from './dto/settings.dto';
import { SettingsService } from './settings.service';
import { accentTooLight } from './tenants.errors';

@ApiTags('Mandanteneinstellungen')
@Controller('api/v1/staff/settings')
export class SettingsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly proof: FreshProof,
  ) {}

  @Get()
  @Requires('ADMIN', {
    id: 'getSettings',
    summary: 'Mandanteneinstellungen lesen',
    description: 'Nur für Administratoren.',
    versioned: 'read',
  })
  async get(): Promise<SettingsDto> {
    return presentSettings(await this.settings.current());
  }

  @Patch()
  @Requires('ADMIN', {
    id: 'updateSettings',
    summary: 'Mandanteneinstellungen ändern',
    description:
      'Senden Sie nur, was sich ändern soll, und den gelesenen Stand im Kopf If-Match (z. B. "1"). Jede Änderung wird protokolliert. Wohin Mails führen und in wessen Namen sie gehen (portalUrl, senderName, senderAddress, replyTo), ändert nur, wer sein Passwort in `currentPassword` angibt.',
    versioned: 'edit',
    errors: [accentTooLight, currentPasswordRequired, currentPasswordWrong],
  })
  async update(
    @IfMatch() version: number,
    @Body() { currentPassword, ...changes }: UpdateSettingsDto,
  ): Promise<SettingsDto> {
    return presentSettings(
      await this.settings.update(version, changes, await this.proof.of(currentPassword)),
    );
  }
}
