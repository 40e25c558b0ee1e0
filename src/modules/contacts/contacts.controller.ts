import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/etag';
import { currentPasswordRequired, currentPasswordWrong, FreshProof } from '../../platform/http/fresh-proof';
import { recordBusy } from '../../platform/errors';
import { Requires } from '../../platform/http/requires';
import { busy, emailTaken } from '../auth';
import { ContactList } from './contact-list';
import { contactEmailNeeded, contactEmailTaken, contactErased, customerArchived } from './contacts.errors';
import { ContactsService } from './contacts.service';
import {
  ContactDto,
  ContactListDto,
  CreateContactDto,
  ListContactsQuery,
  presentContact,
  presentContactPage,
  UpdateContactDto,
} from './contact.dto';

@ApiTags('Ansprechpartner')
@Controller('api/v1/staff')
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly contactList: ContactList,
    private readonly proof: FreshProof,
  ) {}

  @Get('customers/:id/contacts')
  @Requires('STAFF', {
    id: 'listContacts',
    summary: 'Ansprechpartner eines Kunden auflisten',
    description: 'Nach Namen. Die Spalte `portalAccess` zeigt Zustand und Rolle des Kundenportal-Zugangs.',
  })
  async list(@Param('id') customerId: string, @Query() query: ListContactsQuery): Promise<ContactListDto> {
    return presentContactPage(await this.contactList.page(customerId, query));
  }

  @Post('customers/:id/contacts')
  @Requires('STAFF', {
    id: 'createContact',
    summary: 'Ansprechpartner anlegen',
    description: 'Noch ohne Zugang: Den aktivieren Sie danach unter Kundenportal-Zugang.',
    creates: true,
    versioned: 'read',
    errors: [contactEmailTaken, customerArchived],
  })
  async create(@Param('id') customerId: string, @Body() body: CreateContactDto): Promise<ContactDto> {
    return presentContact(await this.contacts.create(customerId, body));
  }

  @Get('contacts/:id')
  @Requires('STAFF', {
    id: 'getContact',
    summary: 'Ansprechpartner lesen',
    description: 'Mit dem Stand, den eine Änderung in If-Match nennt.',
    versioned: 'read',
  })
  async get(@Param('id') id: string): Promise<ContactDto> {
    return presentContact(await this.contacts.get(id));
  }

  @Patch('contacts/:id')
  @Requires('STAFF', {
    id: 'updateContact',
    summary: 'Ansprechpartner ändern',
    description:
      'Senden Sie nur, was sich ändern soll, und den gelesenen Stand im Kopf If-Match (z. B. "1"). Eine neue E-Mail-Adresse ist auch der neue Benutzername und macht versendete Links ungültig; ist die Einladung noch offen, gehen neue Zugangsdaten an die neue Adresse. Wurde der Zugang schon benutzt, verlangt sie Ihr Passwort in `currentPassword`, und eine Mail an die alte und die neue Adresse teilt den Wechsel mit.',
    versioned: 'edit',
    errors: [
      contactEmailTaken,
      contactEmailNeeded,
      contactErased,
      emailTaken,
      currentPasswordRequired,
      currentPasswordWrong,
      busy,
      recordBusy,
    ],
  })
  async update(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { currentPassword, ...changes }: UpdateContactDto,
  ): Promise<ContactDto> {
    return presentContact(
      await this.contacts.update(id, version, changes, await this.proof.of(currentPassword)),
    );
  }
}
