import { Controller, Delete, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AcceptsFile, UploadedFile } from '../../../files/accepts-file';
import { UPLOAD_ERRORS } from '../../../files/files.errors';
import type { Upload } from '../../../files/spool';
import { notFound } from '../../../platform/errors';
import { Requires } from '../../../platform/http/requires';
import { PutLogoDto } from '../dto/logo.dto';
import { presentSettings, SettingsDto } from '../dto/settings.dto';
import { logoTooLarge, logoTypeUnknown } from '../tenants.errors';
import { Logos } from './logos';

@ApiTags('Mandanteneinstellungen')
@Controller('api/v1/staff/settings/logo')
export class LogoController {
  constructor(private readonly logos: Logos) {}

  @Put()
  @AcceptsFile(PutLogoDto)
  @Requires('ADMIN', {
    id: 'putLogo',
    summary: 'Logo hochladen oder ersetzen',
    description:
      'PNG, JPEG oder WebP, höchstens 256 KiB und 2000 Pixel je Seite. Das Portal zeigt es auf weißem Grund, auch vor der Anmeldung. Der Stand (`version`) der Einstellungen zählt damit weiter.',
    errors: [...UPLOAD_ERRORS, logoTypeUnknown, logoTooLarge],
  })
  async put(@UploadedFile() file: Upload): Promise<SettingsDto> {
    return presentSettings(await this.logos.put(file));
  }

  @Delete()
  @Requires('ADMIN', {
    id: 'deleteLogo',
    summary: 'Logo entfernen',
    description: 'Statt seiner steht der Anfangsbuchstabe des Namens.',
    status: 204,
    errors: [notFound],
  })
  async remove(): Promise<void> {
    return this.logos.remove();
  }
}
