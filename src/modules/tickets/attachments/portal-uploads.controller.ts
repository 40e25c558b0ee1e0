import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AcceptsFile, UploadedFile } from '../../../files/accepts-file';
import { UPLOAD_ERRORS } from '../../../files/files.errors';
import type { Upload } from '../../../files/spool';
import { Requires } from '../../../platform/http/requires';
import {
  presentUpload,
  presentUploads,
  UploadDto,
  UploadFormDto,
  UploadListDto,
} from './ticket-attachment.dto';
import { attachmentEmpty, contactStorageFull, tenantStorageFull, tooManyUploads } from '../tickets.errors';
import { DraftUploadsService } from './draft-uploads.service';

@ApiTags('Portal: Tickets')
@Controller('api/v1/portal/uploads')
export class PortalUploadsController {
  constructor(private readonly uploads: DraftUploadsService) {}

  @Get()
  @Requires('CONTACT', {
    id: 'listUploads',
    summary: 'Eigene Dateien, die noch zu keinem Ticket gehören',
    description:
      'So zeigt sich, ob eine noch da ist: Was nach 24 Stunden nicht verwendet ist, wird gelöscht.',
  })
  async list(): Promise<UploadListDto> {
    return presentUploads(await this.uploads.own());
  }

  @Post()
  @AcceptsFile(UploadFormDto)
  @Requires('CONTACT', {
    id: 'createUpload',
    summary: 'Datei hochladen, bevor das Ticket oder der Kommentar fertig ist',
    description:
      'Nennen Sie die ID danach in `uploadIds` des Tickets oder Kommentars; jede gilt einmal. Was nach 24 Stunden nicht verwendet ist, wird gelöscht. Eine Datei je Anfrage, höchstens 25 MiB; höchstens 50 Dateien warten zugleich.',
    errors: [...UPLOAD_ERRORS, attachmentEmpty, tooManyUploads, contactStorageFull, tenantStorageFull],
  })
  async add(@UploadedFile() file: Upload): Promise<UploadDto> {
    return presentUpload(await this.uploads.add(file));
  }
}
