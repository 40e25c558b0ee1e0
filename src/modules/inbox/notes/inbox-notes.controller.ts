import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../../platform/http/requires';
import {
  AddInboxNoteDto,
  InboxNoteDto,
  InboxNoteListDto,
  ListInboxNotesQuery,
  presentNote,
  presentNotes,
} from './inbox-note.dto';
import { InboxNotesService } from './inbox-notes.service';

@ApiTags('Postkorb')
@Controller('api/v1/staff/inbox-items/:id/notes')
export class InboxNotesController {
  constructor(private readonly notes: InboxNotesService) {}

  @Get()
  @Requires('STAFF', {
    id: 'listInboxNotes',
    summary: 'Interne Notizen lesen, die ältesten zuerst',
    description: 'Auch, was das Programm vermerkt hat, zum Beispiel die Ablehnung eines Angebots.',
  })
  async getPage(@Param('id') id: string, @Query() query: ListInboxNotesQuery): Promise<InboxNoteListDto> {
    return presentNotes(await this.notes.page(id, query));
  }

  @Post()
  @Requires('STAFF', {
    id: 'addInboxNote',
    summary: 'Interne Notiz schreiben',
    description: 'Kein Kunde sieht sie.',
    creates: true,
  })
  async add(@Param('id') id: string, @Body() { body }: AddInboxNoteDto): Promise<InboxNoteDto> {
    return presentNote(await this.notes.add(id, body));
  }
}
