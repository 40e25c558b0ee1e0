import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { MeDto, UpdateMeDto } from './dto/me.dto';
import { noCompanyMails, noTicketMails, noWorkMails } from './me.errors';
import { MeReader } from './me.reader';
import { MeService } from './me.service';

@ApiTags('Anmeldung')
@Controller('api/v1/auth/me')
export class MeController {
  constructor(
    private readonly me: MeReader,
    private readonly choices: MeService,
  ) {}

  @Get()
  @Requires('AUTHENTICATED', {
    id: 'getMe',
    summary: 'Wer bin ich, für wen, und was darf ich?',
    description:
      'Wie es jetzt gilt. Eine Oberfläche richtet sich nach `capabilities` und `shops`, nicht nach der Rolle.',
  })
  get(): Promise<MeDto> {
    return this.me.current();
  }

  @Patch()
  @Requires('AUTHENTICATED', {
    id: 'updateMe',
    summary: 'Eigene Sprache und Mails wählen',
    description: 'Senden Sie nur, was sich ändern soll.',
    errors: [noTicketMails, noCompanyMails, noWorkMails],
  })
  async update(@Body() changes: UpdateMeDto): Promise<MeDto> {
    await this.choices.update(changes);
    return this.me.current();
  }
}
