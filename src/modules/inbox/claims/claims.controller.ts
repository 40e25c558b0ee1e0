import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { malformed, unsupportedMediaType } from '../../../platform/errors';
import { Requires } from '../../../platform/http/requires';
import { AssignInboxItemDto } from '../decide-inbox-item.dto';
import { InboxItemDetailDto } from '../lists/inbox-item.dto';
import { assigneeUnknown, itemClaimed, itemDecided } from '../inbox.errors';
import { InboxItemReader } from '../lists/inbox-item.reader';
import { ClaimsService } from './claims.service';

@ApiTags('Postkorb')
@Controller('api/v1/staff/inbox-items/:id/assignee')
export class ClaimsController {
  constructor(
    private readonly claims: ClaimsService,
    private readonly items: InboxItemReader,
  ) {}

  @Put()
  @Requires('STAFF', {
    id: 'assignInboxItem',
    summary: 'Eintrag übernehmen oder zuweisen',
    description:
      'Ohne Angabe übernehmen Sie ihn selbst. Was schon jemand anderes bearbeitet, geben Sie vorher frei.',
    errors: [itemClaimed, itemDecided, assigneeUnknown],
  })
  async assign(
    @Param('id') id: string,
    @Body() { assigneeId }: AssignInboxItemDto,
  ): Promise<InboxItemDetailDto> {
    await this.claims.claim(id, assigneeId);
    return this.items.detail(id);
  }

  @Delete()
  @Requires('STAFF', {
    id: 'releaseInboxItem',
    summary: 'Eintrag freigeben',
    description: 'Danach ist er wieder neu, und jeder kann ihn übernehmen.',
    errors: [itemDecided, malformed, unsupportedMediaType],
  })
  async release(@Param('id') id: string): Promise<InboxItemDetailDto> {
    await this.claims.release(id);
    return this.items.detail(id);
  }
}
