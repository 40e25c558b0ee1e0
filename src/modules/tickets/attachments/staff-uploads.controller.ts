import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AcceptsFile, UploadedFile } from '../../../files/accepts-file';
import { UPLOAD_ERRORS } from '../../../files/files.errors';
import type { Upload } from '../../../files/spool';
import { Requires } from '../../../platform/http/requires';
import { attachmentEmpty, tenantStorageFull, tooManyUploads } from '../tickets.errors';
import { DraftUploadsService } from './draft-uploads.service';
import {
  presentUpload,
  presentUploads,
  UploadDto,
  UploadFormDto,
  UploadLimitsDto,
  UploadListDto,
} from './ticket-attachment.dto';
import { UploadLimits } from './upload-limits';

@ApiTags('Tickets')
@Controller('api/v1/staff/uploads')
export class StaffUploadsController {
  constructor(
    private readonly uploads: DraftUploadsService,
    private readonly limits: UploadLimits,
  ) {}

  @Get('limits')
  @Requires('STAFF', {
    id: 'getUploadLimits',
    summary: 'Wie groß und wie viele Dateien sein dürfen',
    description: 'Für Anhänge von Tickets und Kommentaren; die Größe legt der Betreiber fest.',
  })
  getLimits(): UploadLimitsDto {
    return this.limits.current();
  }

  @Get()
  @Requires('STAFF', {
    id: 'listStaffUploads',
    summary: 'Eigene Dateien, die noch zu keinem Ticket gehören',
    description:
      'So zeigt sich, ob eine noch da ist: Was nach 24 Stunden nicht verwendet ist, wird gelöscht.',
  })
  async list(): Promise<UploadListDto> {
    return presentUploads(await this.uploads.own());
  }

  @Post()
  @AcceptsFile(UploadFormDto)
  @Requires('STAFF', {
    id: 'createStaffUpload',
    summary: 'Datei hochladen, bevor das Ticket oder der Kommentar fertig ist',
    description:
      'Nennen Sie die ID danach in `uploadIds` des Tickets oder Kommentars; jede gilt einmal. Bis dahin sieht niemand die Datei. Was nach 24 Stunden nicht verwendet ist, wird gelöscht. Eine Datei je Anfrage, höchstens 25 MiB; höchstens 50 Dateien warten zugleich.',
    errors: [...UPLOAD_ERRORS, attachmentEmpty, tooManyUploads, tenantStorageFull],
  })
  async add(@UploadedFile() file: Upload): Promise<UploadDto> {
    return presentUpload(await this.uploads.add(file));
  }
}
