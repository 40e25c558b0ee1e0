import { Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { malformed, unsupportedMediaType } from '../../platform/errors';
import { IfMatch } from '../../platform/http/etag';
import { Requires } from '../../platform/http/requires';
import { contactErased } from '../contacts';
import { ContactErasureDto } from './contact-erasure.dto';
import { ErasureService } from './erasure.service';

@ApiTags('Ansprechpartner')
@Controller('api/v1/staff/contacts/:id/erasure')
export class ErasureController {
  constructor(private readonly erasure: ErasureService) {}

  @Get()
  @Requires('ADMIN', {
    id: 'getContactErasure',
    summary: 'Was bedeutet es, den Ansprechpartner zu löschen?',
    description: 'Was noch läuft, und was nach dem Gesetz wie lange aufzubewahren ist.',
    versioned: 'read',
  })
  async get(@Param('id') id: string): Promise<ContactErasureDto> {
    return this.erasure.of(id);
  }

  @Put()
  @Requires('ADMIN', {
    id: 'eraseContact',
    summary: 'Ansprechpartner löschen',
    description:
      'Nicht umkehrbar. Name, Adressen, Zugang, Sitzungen, Warenkörbe und Mails an die Person verschwinden sofort; Tickets, Kommentare und Dateien bleiben der Firma, ohne ihren Namen. Bestellungen nennen die Person, solange sie aufzubewahren sind; danach verschwindet der Name auch dort. Das Protokoll nennt sie noch bis zu drei Jahre. Texte, die jemand geschrieben hat, bleiben, wie sie sind.',
    versioned: 'edit',
    errors: [contactErased, malformed, unsupportedMediaType],
  })
  async erase(@Param('id') id: string, @IfMatch() version: number): Promise<ContactErasureDto> {
    return this.erasure.erase(id, version);
  }
}
