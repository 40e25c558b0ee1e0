import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/etag';
import { Requires } from '../../platform/http/requires';
import { CommentList } from './comments/comment-list';
import { CommentsService } from './comments/comments.service';
import {
  ListTicketsQuery,
  RecordTicketDto,
  TicketDetailDto,
  TicketListDto,
  UpdateTicketDto,
} from './lists/staff-ticket.dto';
import {
  AddTicketCommentDto,
  ListTicketCommentsQuery,
  presentComment,
  presentComments,
  TicketCommentDto,
  TicketCommentListDto,
} from './comments/ticket-comment.dto';
import { StaffTicketReader, StaffTicketsReader } from './lists/staff-tickets.reader';
import { TicketChangesService } from './ticket-changes.service';
import {
  assigneeUnknown,
  categoryUnknown,
  contactUnknown,
  customerOrContactNeeded,
  customerUnknown,
  deviceUnknown,
  NAMED_UPLOAD_ERRORS,
  ticketClosed,
  ticketMerged,
  transitionForbidden,
  sortOfRunningOnly,
} from './tickets.errors';
import { TicketsService } from './tickets.service';

@ApiTags('Tickets')
@Controller('api/v1/staff/tickets')
export class StaffTicketsController {
  constructor(
    private readonly list: StaffTicketsReader,
    private readonly tickets: StaffTicketReader,
    private readonly creation: TicketsService,
    private readonly changes: TicketChangesService,
    private readonly comments: CommentsService,
    private readonly commentList: CommentList,
  ) {}

  @Get()
  @Requires('STAFF', {
    id: 'listTickets',
    summary: 'Tickets auflisten und suchen',
    description: 'Ohne Filter die laufenden Tickets aller Kunden, die mit der neuesten Änderung zuerst.',
    errors: [sortOfRunningOnly],
  })
  async getPage(@Query() query: ListTicketsQuery): Promise<TicketListDto> {
    return this.list.page(query);
  }

  @Post()
  @Requires('STAFF', {
    id: 'createTicket',
    summary: 'Ticket für einen Kunden erfassen',
    description:
      'Geben Sie den Kunden oder einen seiner Ansprechpartner an. Wer Zugang zum Kundenportal hat, erhält eine Bestätigung per Mail.',
    creates: true,
    versioned: 'read',
    errors: [
      customerOrContactNeeded,
      customerUnknown,
      contactUnknown,
      deviceUnknown,
      categoryUnknown,
      assigneeUnknown,
      ...NAMED_UPLOAD_ERRORS,
    ],
  })
  async create(@Body() body: RecordTicketDto): Promise<TicketDetailDto> {
    return this.tickets.created(await this.creation.record(body));
  }

  @Get(':id')
  @Requires('STAFF', {
    id: 'getTicket',
    summary: 'Ticket lesen',
    description: 'Mit dem ganzen Verlauf und allen Anhängen; die Kommentare sind eine eigene Liste.',
    versioned: 'read',
  })
  async get(@Param('id') id: string): Promise<TicketDetailDto> {
    return this.tickets.detail(id);
  }

  @Patch(':id')
  @Requires('STAFF', {
    id: 'updateTicket',
    summary: 'Ticket bearbeiten: Status, Priorität, Kategorie, Zuweisung, Betreff',
    description:
      'Senden Sie nur, was sich ändern soll, und den gelesenen Stand im Kopf If-Match (z. B. "1"). Von einem neuen Status erfährt der Kunde per Mail. Geschlossene Tickets öffnet der Status IN_PROGRESS.',
    versioned: 'edit',
    errors: [transitionForbidden, ticketMerged, categoryUnknown, assigneeUnknown],
  })
  async update(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: UpdateTicketDto,
  ): Promise<TicketDetailDto> {
    await this.changes.change(id, version, body);
    return this.tickets.detail(id);
  }

  @Get(':id/comments')
  @Requires('STAFF', {
    id: 'listTicketComments',
    summary: 'Kommentare lesen',
    description: 'Öffentliche und interne, die ältesten zuerst.',
  })
  async getComments(
    @Param('id') id: string,
    @Query() query: ListTicketCommentsQuery,
  ): Promise<TicketCommentListDto> {
    return presentComments(await this.commentList.pageForStaff(id, query));
  }

  @Post(':id/comments')
  @Requires('STAFF', {
    id: 'addTicketComment',
    summary: 'Ticket kommentieren, für den Kunden oder intern',
    description:
      'Ihre erste öffentliche Antwort setzt ein neues Ticket auf „in Bearbeitung“; `status` setzt es in einem Schritt dorthin, wo Sie es haben wollen.',
    creates: true,
    errors: [ticketClosed, transitionForbidden, ticketMerged, ...NAMED_UPLOAD_ERRORS],
  })
  async addComment(@Param('id') id: string, @Body() comment: AddTicketCommentDto): Promise<TicketCommentDto> {
    return presentComment(await this.comments.add(id, comment));
  }
}
