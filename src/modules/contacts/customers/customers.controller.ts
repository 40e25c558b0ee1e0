import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../../platform/http/etag';
import { malformed, recordBusy, unsupportedMediaType } from '../../../platform/errors';
import { Requires } from '../../../platform/http/requires';
import { customerNumberTaken } from '../contacts.errors';
import {
  CreateCustomerDto,
  CustomerDto,
  CustomerListDto,
  ListCustomersQuery,
  presentCustomer,
  UpdateCustomerDto,
} from './customer.dto';
import { CustomerArchive } from './customer-archive';
import { CustomerList } from './customer-list';
import { CustomersService } from './customers.service';

@ApiTags('Kunden')
@Controller('api/v1/staff/customers')
export class CustomersController {
  constructor(
    private readonly customers: CustomersService,
    private readonly customerList: CustomerList,
    private readonly customerArchive: CustomerArchive,
  ) {}

  @Get()
  @Requires('STAFF', {
    id: 'listCustomers',
    summary: 'Kunden suchen und auflisten',
    description:
      'Mit `search` finden Sie Kunden nach Name, Kundennummer, Ort oder Postleitzahl; es genügt der Anfang, und „Mueller“ findet auch „Müller“. Mit der ID eines Kunden geht es unter Ansprechpartner weiter.',
  })
  async list(@Query() query: ListCustomersQuery): Promise<CustomerListDto> {
    return this.customerList.page(query);
  }

  @Post()
  @Requires('STAFF', {
    id: 'createCustomer',
    summary: 'Kunden anlegen',
    description: 'Ohne Kundennummer vergibt das Programm die nächste.',
    creates: true,
    versioned: 'read',
    errors: [customerNumberTaken, recordBusy],
  })
  async create(@Body() body: CreateCustomerDto): Promise<CustomerDto> {
    return presentCustomer(await this.customers.create(body));
  }

  @Get(':id')
  @Requires('STAFF', {
    id: 'getCustomer',
    summary: 'Kunden lesen',
    description: 'Alle Stammdaten mit dem Stand, den eine Änderung in If-Match nennt.',
    versioned: 'read',
  })
  async get(@Param('id') id: string): Promise<CustomerDto> {
    return presentCustomer(await this.customers.get(id));
  }

  @Patch(':id')
  @Requires('STAFF', {
    id: 'updateCustomer',
    summary: 'Kunden ändern',
    description:
      'Senden Sie nur, was sich ändern soll, und den gelesenen Stand im Kopf If-Match (z. B. "1"). `null` leert ein Feld.',
    versioned: 'edit',
    errors: [customerNumberTaken, recordBusy],
  })
  async update(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() changes: UpdateCustomerDto,
  ): Promise<CustomerDto> {
    return presentCustomer(await this.customers.update(id, version, changes));
  }

  @Put(':id/archival')
  @Requires('STAFF', {
    id: 'archiveCustomer',
    summary: 'Kunden archivieren und alle Zugänge sperren',
    description:
      'Alle Sitzungen der Ansprechpartner enden sofort, niemand von ihnen kann sich anmelden oder erhält Mails, und Listen zeigen den Kunden nur noch auf Wunsch. Tickets, Bestellungen und was Sie über die Firma wissen, bleiben; was offen ist, sagt `getCustomerArchival`. Umkehrbar.',
    versioned: 'edit',
    errors: [recordBusy, malformed, unsupportedMediaType],
  })
  async archive(@Param('id') id: string, @IfMatch() version: number): Promise<CustomerDto> {
    return presentCustomer(await this.customerArchive.archive(id, version));
  }

  @Delete(':id/archival')
  @Requires('STAFF', {
    id: 'restoreCustomer',
    summary: 'Kunden aus dem Archiv zurückholen',
    description:
      'Jeder Ansprechpartner hat wieder den Zugang, den er vorher hatte, und meldet sich neu an. Wessen Einladung inzwischen abgelaufen ist, braucht neue Zugangsdaten.',
    versioned: 'edit',
    errors: [recordBusy, malformed, unsupportedMediaType],
  })
  async restore(@Param('id') id: string, @IfMatch() version: number): Promise<CustomerDto> {
    return presentCustomer(await this.customerArchive.restore(id, version));
  }
}
