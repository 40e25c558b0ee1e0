import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { lastAdmin } from '../staff';
import { HandOverWorkDto, WorkOfStaffUserDto } from './handover.dto';
import { successorUnknown } from './handover.errors';
import { HandoverService } from './handover.service';

@ApiTags('Mitarbeiter')
@Controller('api/v1/staff/users/:id')
export class HandoverController {
  constructor(private readonly handover: HandoverService) {}

  @Get('work')
  @Requires('ADMIN', {
    id: 'getWorkOfStaffUser',
    summary: 'Wie viel bearbeitet ein Mitarbeiter gerade?',
    description: 'Was bei einer Übergabe den Besitzer wechselt.',
  })
  async get(@Param('id') id: string): Promise<WorkOfStaffUserDto> {
    return this.handover.workOf(id);
  }

  @Post('handovers')
  @Requires('ADMIN', {
    id: 'handOverWork',
    summary: 'Arbeit eines Mitarbeiters übergeben',
    description:
      'Alle laufenden Tickets und übernommenen Einträge im Postkorb gehen an einen Kollegen oder an niemanden, auf einmal; jedes Ticket nennt das in seinem Verlauf, und der Kollege erfährt von den Tickets in einer Mail, wie er sie gewählt hat. Mit `deactivate` endet zugleich der Zugang des Mitarbeiters. Erledigte Tickets bleiben, wie sie sind.',
    creates: true,
    errors: [successorUnknown, lastAdmin],
  })
  async handOver(
    @Param('id') id: string,
    @Body() { toId = null, deactivate = false }: HandOverWorkDto,
  ): Promise<WorkOfStaffUserDto> {
    return this.handover.handOver(id, toId, deactivate);
  }
}
