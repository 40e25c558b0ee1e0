import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../../platform/http/etag';
import { Requires } from '../../../platform/http/requires';
import { cannedReplyNameTaken, placeholderUnknown, tooManyCannedReplies } from '../tickets.errors';
import { CannedRepliesService } from './canned-replies.service';
import {
  CannedReplyDto,
  CannedReplyListDto,
  CreateCannedReplyDto,
  presentCannedReply,
  UpdateCannedReplyDto,
} from './canned-reply.dto';

@ApiTags('Tickets')
@Controller('api/v1/staff/canned-replies')
export class CannedRepliesController {
  constructor(private readonly replies: CannedRepliesService) {}

  @Get()
  @Requires('STAFF', {
    id: 'listCannedReplies',
    summary: 'Textbausteine auflisten',
    description: 'Alle, nach Namen. Die Platzhalter setzt ein, wer den Text einfügt.',
  })
  async list(): Promise<CannedReplyListDto> {
    return { items: (await this.replies.all()).map(presentCannedReply) };
  }

  @Post()
  @Requires('ADMIN', {
    id: 'createCannedReply',
    summary: 'Textbaustein anlegen',
    description: 'Alle Mitarbeiter können ihn danach in Antworten einfügen.',
    creates: true,
    versioned: 'read',
    errors: [placeholderUnknown, cannedReplyNameTaken, tooManyCannedReplies],
  })
  async create(@Body() body: CreateCannedReplyDto): Promise<CannedReplyDto> {
    return presentCannedReply(await this.replies.create(body));
  }

  @Get(':id')
  @Requires('STAFF', {
    id: 'getCannedReply',
    summary: 'Textbaustein lesen',
    description: 'Mit dem Stand, den eine Änderung in If-Match nennt.',
    versioned: 'read',
  })
  async get(@Param('id') id: string): Promise<CannedReplyDto> {
    return presentCannedReply(await this.replies.get(id));
  }

  @Patch(':id')
  @Requires('ADMIN', {
    id: 'updateCannedReply',
    summary: 'Textbaustein ändern',
    description:
      'Senden Sie nur, was sich ändern soll, und den gelesenen Stand im Kopf If-Match (z. B. "1"). Was schon gesendet ist, bleibt.',
    versioned: 'edit',
    errors: [placeholderUnknown, cannedReplyNameTaken],
  })
  async update(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() changes: UpdateCannedReplyDto,
  ): Promise<CannedReplyDto> {
    return presentCannedReply(await this.replies.update(id, version, changes));
  }

  @Delete(':id')
  @Requires('ADMIN', {
    id: 'deleteCannedReply',
    summary: 'Textbaustein löschen',
    description: 'Was schon gesendet ist, bleibt.',
    status: 204,
  })
  async delete(@Param('id') id: string): Promise<void> {
    await this.replies.delete(id);
  }
}
