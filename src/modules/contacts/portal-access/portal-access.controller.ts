import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../../platform/http/requires';
import { notInvited } from '../../auth';
import {
  accessEmailMissing,
  accessEmailTaken,
  accessNone,
  contactErased,
  customerArchived,
} from '../contacts.errors';
import { ActivatePortalAccessDto, PortalAccessDto, presentPortalAccess } from './portal-access.dto';
import { PortalAccessService } from './portal-access.service';

@ApiTags('Kundenportal-Zugang')
@Controller('api/v1/staff/contacts/:id/portal-access')
export class PortalAccessController {
  constructor(private readonly access: PortalAccessService) {}

  @Get()
  @Requires('STAFF', {
    id: 'getPortalAccess',
    summary: 'Zugang lesen',
    description: 'Zustand, Rolle und was aus der Mail mit den Zugangsdaten wurde.',
  })
  async get(@Param('id') contactId: string): Promise<PortalAccessDto> {
    return presentPortalAccess(await this.access.get(contactId));
  }

  @Put()
  @Requires('STAFF', {
    id: 'activatePortalAccess',
    summary: 'Zugang aktivieren oder Rolle ändern',
    description:
      'Der Ansprechpartner erhält eine Mail mit seinen Zugangsdaten. Besteht der Zugang schon, ändert sich nur die Rolle, wirksam ab der nächsten Anfrage. Nach einer Deaktivierung gilt das alte Passwort nicht mehr.',
    errors: [accessEmailMissing, accessEmailTaken, customerArchived, contactErased],
  })
  async activate(
    @Param('id') contactId: string,
    @Body() { role }: ActivatePortalAccessDto,
  ): Promise<PortalAccessDto> {
    return presentPortalAccess(await this.access.activate(contactId, role));
  }

  @Delete()
  @Requires('STAFF', {
    id: 'deactivatePortalAccess',
    summary: 'Zugang deaktivieren',
    description:
      'Beendet sofort alle Sitzungen und macht versendete Links ungültig; Tickets und Bestellungen bleiben. Ein deaktivierter Zugang bleibt deaktiviert; wer nie einen hatte, führt zu einem Fehler.',
    status: 204,
    errors: [accessNone, contactErased],
  })
  async deactivate(@Param('id') contactId: string): Promise<void> {
    await this.access.deactivate(contactId);
  }

  @Post('credentials-mails')
  @Requires('STAFF', {
    id: 'resendCredentials',
    summary: 'Zugangsdaten erneut senden',
    description: 'Solange die Einladung offen ist; früher versendete Zugangsdaten werden ungültig.',
    status: 202,
    creates: true,
    errors: [notInvited, customerArchived, contactErased],
  })
  async resendCredentials(@Param('id') contactId: string): Promise<PortalAccessDto> {
    return presentPortalAccess(await this.access.resendCredentials(contactId));
  }
}
