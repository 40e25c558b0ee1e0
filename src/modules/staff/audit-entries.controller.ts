import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { AuditEntriesReader } from './audit-entries.reader';
import { AuditEntryListDto, ListAuditEntriesQuery } from './dto/audit-entry.dto';

@ApiTags('Protokoll')
@Controller('api/v1/staff/audit-entries')
export class AuditEntriesController {
  constructor(private readonly entries: AuditEntriesReader) {}

  @Get()
  @Requires('ADMIN', {
    id: 'listAuditEntries',
    summary: 'Änderungsprotokoll',
    description: 'Wer wann was geändert hat, das Neueste zuerst. Einträge können nicht geändert werden.',
  })
  async list(@Query() query: ListAuditEntriesQuery): Promise<AuditEntryListDto> {
    return this.entries.list(query);
  }
}
