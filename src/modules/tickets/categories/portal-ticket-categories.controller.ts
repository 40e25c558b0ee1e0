import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../../platform/http/requires';
import { TicketCategoriesService } from './ticket-categories.service';
import { nameOf } from './ticket-category-names';
import { PortalTicketCategoryListDto } from './ticket-category.dto';

@ApiTags('Portal: Tickets')
@Controller('api/v1/portal/ticket-categories')
export class PortalTicketCategoriesController {
  constructor(private readonly categories: TicketCategoriesService) {}

  @Get()
  @Requires('CONTACT', {
    id: 'listPortalTicketCategories',
    summary: 'Kategorien für eine neue Anfrage',
    description: 'In der Reihenfolge des Systemhauses und mit Namen in der Sprache der Anfrage.',
  })
  async list(): Promise<PortalTicketCategoryListDto> {
    const items = await this.categories.offered();
    return { items: items.map((category) => ({ id: category.id, name: nameOf(category) })) };
  }
}
