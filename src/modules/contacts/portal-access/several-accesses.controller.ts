import { Body, Controller, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../../platform/http/requires';
import { GivePortalAccessesDto, PortalAccessesDto, presentGivenAccesses } from './several-accesses.dto';
import { SeveralAccesses } from './several-accesses';

@ApiTags('Kundenportal-Zugang')
@Controller('api/v1/staff/portal-accesses')
export class SeveralAccessesController {
  constructor(private readonly accesses: SeveralAccesses) {}

  @Put()
  @Requires('STAFF', {
    id: 'givePortalAccesses',
    summary: 'Zugang für viele auf einmal',
    description:
      'Wer noch keinen Zugang hat, erhält ihn in dieser Rolle und eine Mail mit den Zugangsdaten; wessen Mail nicht zugestellt werden konnte, erhält neue. Wer schon Zugang hat, behält ihn samt Rolle; ein zweites Mal ändert also nichts. Die Mails gehen nach und nach hinaus. Mit `dryRun` ist die Antwort eine Vorschau.',
  })
  async give(
    @Body() { contactIds, role, dryRun = false }: GivePortalAccessesDto,
  ): Promise<PortalAccessesDto> {
    return presentGivenAccesses(
      dryRun ? await this.accesses.preview(contactIds) : await this.accesses.give(contactIds, role),
    );
  }
}
