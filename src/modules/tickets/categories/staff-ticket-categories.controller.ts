import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../../platform/http/etag';
import { Requires } from '../../../platform/http/requires';
import { categoryInUse, categoryNameTaken, tooManyCategories } from '../tickets.errors';
import { TicketCategoriesService } from './ticket-categories.service';
import {
  CreateTicketCategoryDto,
  presentCategory,
  TicketCategoryDto,
  TicketCategoryListDto,
  UpdateTicketCategoryDto,
} from './ticket-category.dto';

@ApiTags('Tickets')
@Controller('api/v1/staff/ticket-categories')
export class StaffTicketCategoriesController {
  constructor(private readonly categories: TicketCategoriesService) {}

  @Get()
  @Requires('STAFF', {
    id: 'listTicketCategories',
    summary: 'Kategorien der Tickets auflisten',
    description: 'Alle, auch inaktive und solche, die Kunden nicht sehen; in ihrer Reihenfolge.',
  })
  async list(): Promise<TicketCategoryListDto> {
    return { items: (await this.categories.all()).map(presentCategory) };
  }

  @Post()
  @Requires('ADMIN', {
    id: 'createTicketCategory',
    summary: 'Kategorie anlegen',
    description: 'Sie ist danach aktiv, und Kunden sehen sie, wenn Sie nichts anderes angeben.',
    creates: true,
    versioned: 'read',
    errors: [categoryNameTaken, tooManyCategories],
  })
  async create(@Body() body: CreateTicketCategoryDto): Promise<TicketCategoryDto> {
    return presentCategory(await this.categories.create(body));
  }

  @Get(':id')
  @Requires('STAFF', {
    id: 'getTicketCategory',
    summary: 'Kategorie lesen',
    description: 'Mit dem Stand, den eine Änderung in If-Match nennt.',
    versioned: 'read',
  })
  async get(@Param('id') id: string): Promise<TicketCategoryDto> {
    return presentCategory(await this.categories.get(id));
  }

  @Patch(':id')
  @Requires('ADMIN', {
    id: 'updateTicketCategory',
    summary: 'Kategorie ändern',
    description:
      'Senden Sie nur, was sich ändern soll, und den gelesenen Stand im Kopf If-Match (z. B. "1"). Inaktive wählt niemand mehr; Tickets, die sie haben, behalten sie.',
    versioned: 'edit',
    errors: [categoryNameTaken],
  })
  async update(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() changes: UpdateTicketCategoryDto,
  ): Promise<TicketCategoryDto> {
    return presentCategory(await this.categories.update(id, version, changes));
  }

  @Delete(':id')
  @Requires('ADMIN', {
    id: 'deleteTicketCategory',
    summary: 'Kategorie löschen',
    description: 'Nur, solange kein Ticket sie hat; sonst setzen Sie sie auf inaktiv.',
    status: 204,
    errors: [categoryInUse],
  })
  async delete(@Param('id') id: string): Promise<void> {
    await this.categories.delete(id);
  }
}
