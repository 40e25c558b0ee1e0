import { Controller, Get, Header, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AcceptsFile, UploadedFile, UploadedForm } from '../../../files/accepts-file';
import { SendsFile, sendFile } from '../../../files/download';
import { UPLOAD_ERRORS } from '../../../files/files.errors';
import type { Upload } from '../../../files/spool';
import { Requires } from '../../../platform/http/requires';
import { AddTicketAttachmentDto, presentAttachment, TicketAttachmentDto } from './ticket-attachment.dto';
import { ATTACHMENT_ERRORS } from '../tickets.errors';
import { AttachmentsService } from './attachments.service';

@ApiTags('Tickets')
@Controller('api/v1/staff/tickets/:id/attachments')
export class StaffTicketAttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Post()
  @AcceptsFile(AddTicketAttachmentDto)
  @Requires('STAFF', {
    id: 'addTicketAttachment',
    summary: 'Datei anhängen, für den Kunden oder intern',
    description: 'Eine Datei je Anfrage, höchstens 25 MiB und 50 je Ticket.',
    errors: [...UPLOAD_ERRORS, ...ATTACHMENT_ERRORS],
  })
  async add(
    @Param('id') id: string,
    @UploadedFile() file: Upload,
    @UploadedForm() { visibility, commentId }: AddTicketAttachmentDto,
  ): Promise<TicketAttachmentDto> {
    return presentAttachment(await this.attachments.add(id, file, { visibility, commentId }));
  }

  @Get(':attachmentId')
  @SendsFile()
  @Requires('STAFF', {
    id: 'downloadTicketAttachment',
    summary: 'Anhang laden',
    description: 'Die IDs der Anhänge stehen am Ticket.',
  })
  async download(
    @Param('id') id: string,
    @Param('attachmentId') attachmentId: string,
  ): Promise<StreamableFile> {
    return sendFile(await this.attachments.open(id, attachmentId));
  }

  @Get(':attachmentId/preview')
  // After those of a file: what is sent under this address does not change.
  @Header('Cache-Control', 'private, max-age=31536000, immutable')
  @SendsFile()
  @Requires('STAFF', {
    id: 'previewTicketAttachment',
    summary: 'Vorschau eines Bildes laden',
    description: 'WebP, höchstens 640 Pixel breit und hoch. Ob es eine gibt, zeigt `hasPreview` am Anhang.',
  })
  async preview(
    @Param('id') id: string,
    @Param('attachmentId') attachmentId: string,
  ): Promise<StreamableFile> {
    return sendFile(await this.attachments.preview(id, attachmentId));
  }
}
