import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { SearchQuery, SearchResultDto } from './search.dto';
import { SearchReader } from './search.reader';

@ApiTags('Suche')
@Controller('api/v1/staff/search')
export class SearchController {
  constructor(private readonly searching: SearchReader) {}

  @Get()
  @Requires('STAFF', {
    id: 'searchEverything',
    summary: 'Alles durchsuchen',
    description:
      'Die besten Treffer unter Kunden, Ansprechpartnern, Tickets, Bestellungen, Artikeln, Geräten und Druckermodellen, von jeder Art höchstens fünf: zuerst, was genau die eingegebene Nummer hat, dann, was mit den Wörtern beginnt, dann, was sie enthält. Nur wo nichts alle Wörter hat, kommt Ähnliches. Alles Übrige steht in den Listen.',
  })
  async find(@Query() query: SearchQuery): Promise<SearchResultDto> {
    return { items: await this.searching.find(query.q) };
  }
}
