import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/etag';
import { Requires } from '../../platform/http/requires';
import {
  contactErased,
  ContactDto,
  ContactsService,
  customerArchived,
  customerUnknown,
  presentContact,
} from '../contacts';
import { MoveContactDto } from './contact-move.dto';
import { ContactMoveService } from './contact-move.service';

@ApiTags('Ansprechpartner')
@Controller('api/v1/staff/contacts/:id/customer')
export class ContactMoveController {
  constructor(
    private readonly moves: ContactMoveService,
    private readonly contacts: ContactsService,
  ) {}

  @Put()
  @Requires('STAFF', {
    id: 'moveContact',
    summary: 'Ansprechpartner einem anderen Kunden zuordnen',
    description:
      'Tickets, Bestellungen, Geräte und Lieferadressen bleiben beim bisherigen Kunden, und er sieht sie nicht mehr. Sein Zugang, sein Passwort und eine offene Einladung gelten beim neuen Kunden weiter, in der Rolle, die Sie angeben; alle Sitzungen enden, seine Warenkörbe werden geleert, und er liest nirgends mehr mit.',
    versioned: 'edit',
    errors: [contactErased, customerUnknown, customerArchived],
  })
  async move(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { customerId, role = 'USER' }: MoveContactDto,
  ): Promise<ContactDto> {
    await this.moves.move(id, version, customerId, role);
    return presentContact(await this.contacts.get(id));
  }
}
