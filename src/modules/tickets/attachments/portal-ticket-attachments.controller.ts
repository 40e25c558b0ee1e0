import { Controller, Get, Header, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AcceptsFile, UploadedFile, UploadedForm } from '../../../files/accepts-file';
import { SendsFile, sendFile } from '../../../files/download';
import { UPLOAD_ERRORS } from '../../../files/files.errors';
import type { Upload } from '../../../files/spool';
import { Requires } from '../../../platform/http/requires';
import {
  AddPortalTicketAttachmentDto,
  PortalTicketAttachmentDto,
  presentPortalAttachment,
} from './ticket-attachment.dto';
import { ATTACHMENT_ERRORS } from '../tickets.errors';
import { AttachmentsService } from './attachments.service';

@ApiTags('Portal: Tickets')
@Controller('api/v1/portal/tickets/:id/attachments')
export class PortalTicketAttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Post()
  @AcceptsFile(AddPortalTicketAttachmentDto)
  @Requires('CONTACT', {
    id: 'addPortalTicketAttachment',
    summary: 'Datei anhängen',
    description: 'Eine Datei je Anfrage, höchstens 25 MiB und 50 je Ticket.',
    errors: [...UPLOAD_ERRORS, ...ATTACHMENT_ERRORS],
  })
  async add(
    @Param('id') id: string,
    @UploadedFile() file: Upload,
    @UploadedForm() { commentId }: AddPortalTicketAttachmentDto,
  ): Promise<PortalTicketAttachmentDto> {
    return presentPortalAttachment(await this.attachments.add(id, file, { visibility: 'PUBLIC', commentId }));
  }

  @Get(':attachmentId')
  @SendsFile()
  @Requires('CONTACT', {
    id: 'downloadPortalTicketAttachment',
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
  @Requires('CONTACT', {
    id: 'previewPortalTicketAttachment',
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
