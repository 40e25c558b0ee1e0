import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { accessEmailTaken, customerArchived, customerNumberTaken } from '../contacts';
import {
  decisionDoesNotFit,
  offerChanged,
  offerDateInvalid,
  offerIncomplete,
  OfferProblem,
  orderAlreadyDecided,
  orderBinding,
} from '../ordering';
import {
  addressTaken,
  contactAddressDiffers,
  contactUnknown,
  customerChoice,
  customerUnknown,
  registrationDecided,
  registrationUnverified,
  roleMissing,
} from '../registration';
import { DecideInboxItemDto } from './decide-inbox-item.dto';
import { DECISION_EXAMPLES } from './decision-examples';
import {
  InboxCountsDto,
  InboxItemDetailDto,
  InboxItemListDto,
  ListInboxItemsQuery,
} from './lists/inbox-item.dto';
import { itemClaimed, itemDecided } from './inbox.errors';
import { InboxCountsReader } from './lists/inbox-counts.reader';
import { InboxItemReader } from './lists/inbox-item.reader';
import { InboxItemsReader } from './lists/inbox-items.reader';
import { OutcomesService } from './outcomes/outcomes.service';

@ApiTags('Postkorb')
@Controller('api/v1/staff')
export class InboxItemsController {
  constructor(
    private readonly list: InboxItemsReader,
    private readonly items: InboxItemReader,
    private readonly counting: InboxCountsReader,
    private readonly outcomes: OutcomesService,
  ) {}

  @Get('inbox-items')
  @Requires('STAFF', {
    id: 'listInboxItems',
    summary: 'Postkorb: was Kunden gesendet haben',
    description:
      'Bestellungen, Angebotsanfragen und Registrierungen, die noch zu entscheiden sind, die ältesten zuerst. Mit `type`, `state` und `assigneeId` grenzen Sie ein.',
  })
  async getPage(@Query() query: ListInboxItemsQuery): Promise<InboxItemListDto> {
    return this.list.page(query);
  }

  @Get('inbox-counts')
  @Requires('STAFF', {
    id: 'getInboxCounts',
    summary: 'Postkorb in Zahlen',
    description: 'Je Art und Zustand; dazu, was Ihnen und was niemandem zugewiesen ist.',
  })
  async counts(): Promise<InboxCountsDto> {
    return this.counting.counts();
  }

  @Get('inbox-items/:id')
  @Requires('STAFF', {
    id: 'getInboxItem',
    summary: 'Eintrag lesen',
    description:
      'Was der Kunde gesendet hat, unveränderlich, und was zur Entscheidung nötig ist: bei Bestellungen und Angebotsanfragen der heutige Stand mit Listenpreisen, bei Registrierungen Vorschläge, zu wem sie gehören.',
  })
  async get(@Param('id') id: string): Promise<InboxItemDetailDto> {
    return this.items.detail(id);
  }

  @Put('inbox-items/:id/outcome')
  @Requires('STAFF', {
    id: 'decideInboxItem',
    summary: 'Über einen Eintrag entscheiden',
    description: `Endgültig; der Kunde sieht das Ergebnis und erhält eine Mail.

- **Bestellung:** \`ACCEPTED\` oder \`REJECTED\`, jeweils mit \`message\`, wenn Sie möchten.
- **Angebotsanfrage:** \`OFFER_MADE\` mit \`validUntil\` und in \`lines\` einem Nettopreis für jede Position, oder \`REJECTED\`. Ist das Angebot abgelaufen oder falsch, ersetzen Sie es mit \`PUT /staff/orders/{id}/offer\`.
- **Abgelehntes Angebot:** Der Eintrag ist wieder da. Machen Sie mit \`OFFER_MADE\` ein neues, oder nehmen Sie die Ablehnung mit \`ACKNOWLEDGED\` zur Kenntnis; beides nennt mit \`offerVersion\` das abgelehnte Angebot. Für \`ACKNOWLEDGED\` gibt es keine Mail.
- **Bestellung aus einem angenommenen Angebot:** Sie ist verbindlich und kann nicht abgelehnt werden; stornieren können Sie sie mit \`PUT /staff/orders/{id}/cancellation\`.
- **Registrierung:** \`ACCEPTED\` mit \`registration\`: Rolle und bestehender oder neuer Kunde; danach gehen die Zugangsdaten an den Ansprechpartner. Oder \`REJECTED\`, mit \`sendMail\` auch per Mail.

Einen freien Eintrag übernehmen Sie damit zugleich. Bearbeitet ihn schon jemand anderes, ist die Antwort 409.`,
    errors: [
      itemClaimed,
      itemDecided,
      decisionDoesNotFit,
      orderAlreadyDecided,
      orderBinding,
      offerChanged,
      offerDateInvalid,
      offerIncomplete,
      registrationDecided,
      registrationUnverified,
      roleMissing,
      customerChoice,
      customerArchived,
      customerUnknown,
      contactUnknown,
      contactAddressDiffers,
      addressTaken,
      customerNumberTaken,
      accessEmailTaken,
    ],
    conflict: OfferProblem,
  })
  @ApiBody({ type: DecideInboxItemDto, examples: { ...DECISION_EXAMPLES } })
  async decide(@Param('id') id: string, @Body() body: DecideInboxItemDto): Promise<InboxItemDetailDto> {
    await this.outcomes.decide(id, body);
    return this.items.detail(id);
  }
}
