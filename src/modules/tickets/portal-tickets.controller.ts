import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { CommentList } from './comments/comment-list';
import { CommentsService } from './comments/comments.service';
import {
  CreatePortalTicketDto,
  ListPortalTicketsQuery,
  PortalTicketDetailDto,
  PortalTicketListDto,
} from './lists/portal-ticket.dto';
import {
  AddPortalTicketCommentDto,
  ListTicketCommentsQuery,
  PortalTicketCommentDto,
  PortalTicketCommentListDto,
  presentPortalComment,
  presentPortalComments,
} from './comments/ticket-comment.dto';
import { PortalTicketReader, PortalTicketsReader } from './lists/portal-tickets.reader';
import { TicketClosureService } from './ticket-closure.service';
import {
  categoryUnknown,
  closingNotAllowed,
  colleagueUnknown,
  deviceUnknown,
  NAMED_UPLOAD_ERRORS,
  notOwnTicket,
  onlyForOneself,
  ticketClosed,
  ticketMerged,
} from './tickets.errors';
import { TicketsService } from './tickets.service';

@ApiTags('Portal: Tickets')
@Controller('api/v1/portal/tickets')
export class PortalTicketsController {
  constructor(
    private readonly list: PortalTicketsReader,
    private readonly tickets: PortalTicketReader,
    private readonly creation: TicketsService,
    private readonly closure: TicketClosureService,
    private readonly comments: CommentsService,
    private readonly commentList: CommentList,
  ) {}

  @Get()
  @Requires('CONTACT', {
    id: 'listPortalTickets',
    summary: 'Tickets auflisten',
    description:
      'Hauptbenutzer sehen alle Tickets ihrer Firma, Benutzer ihre eigenen und die, bei denen sie mitlesen.',
  })
  async getPage(@Query() query: ListPortalTicketsQuery): Promise<PortalTicketListDto> {
    return this.list.page(query);
  }

  @Post()
  @Requires('CONTACT', {
    id: 'createPortalTicket',
    rateLimited: true,
    summary: 'Neue Anfrage erfassen',
    description:
      'Der Ansprechpartner, dessen Ticket es ist, erhält eine Bestätigung per Mail. Hauptbenutzer können für einen Kollegen mit Zugang erfassen.',
    creates: true,
    errors: [onlyForOneself, colleagueUnknown, deviceUnknown, categoryUnknown, ...NAMED_UPLOAD_ERRORS],
  })
  async create(@Body() body: CreatePortalTicketDto): Promise<PortalTicketDetailDto> {
    return this.tickets.created(await this.creation.create(body));
  }

  @Get(':id')
  @Requires('CONTACT', {
    id: 'getPortalTicket',
    summary: 'Ticket lesen',
    description: 'Mit Verlauf und Anhängen; die Kommentare sind eine eigene Liste.',
  })
  async get(@Param('id') id: string): Promise<PortalTicketDetailDto> {
    return this.tickets.detail(id);
  }

  @Get(':id/comments')
  @Requires('CONTACT', {
    id: 'listPortalTicketComments',
    summary: 'Kommentare lesen',
    description: 'Internes enthält die Liste nicht. Die ältesten zuerst, wenn `sort` nichts anderes sagt.',
  })
  async getComments(
    @Param('id') id: string,
    @Query() query: ListTicketCommentsQuery,
  ): Promise<PortalTicketCommentListDto> {
    return presentPortalComments(await this.commentList.page(id, query));
  }

  @Post(':id/comments')
  @Requires('CONTACT', {
    id: 'addPortalTicketComment',
    rateLimited: true,
    summary: 'Ticket kommentieren',
    description: 'Was auf den Kunden wartete oder gelöst war, ist danach wieder in Bearbeitung.',
    creates: true,
    errors: [ticketClosed, ...NAMED_UPLOAD_ERRORS],
  })
  async addComment(
    @Param('id') id: string,
    @Body() { body, uploadIds }: AddPortalTicketCommentDto,
  ): Promise<PortalTicketCommentDto> {
    return presentPortalComment(await this.comments.add(id, { body, visibility: 'PUBLIC', uploadIds }));
  }

  @Put(':id/closure')
  @Requires('CONTACT', {
    id: 'closePortalTicket',
    rateLimited: true,
    summary: 'Ticket schließen',
    description: 'Noch einmal ist auch recht. Manche Mandanten behalten sich das Schließen vor.',
    status: 204,
    errors: [closingNotAllowed, notOwnTicket],
  })
  async close(@Param('id') id: string): Promise<void> {
    await this.closure.close(id);
  }

  @Delete(':id/closure')
  @Requires('CONTACT', {
    id: 'reopenPortalTicket',
    rateLimited: true,
    summary: 'Ticket wieder öffnen',
    description: 'Ein gelöstes oder geschlossenes Ticket ist danach wieder in Bearbeitung.',
    status: 204,
    errors: [closingNotAllowed, notOwnTicket, ticketMerged],
  })
  async reopen(@Param('id') id: string): Promise<void> {
    await this.closure.reopen(id);
  }
}
