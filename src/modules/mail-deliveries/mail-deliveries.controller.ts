import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { MailDeliveriesService } from './mail-deliveries.service';
import {
  ListUndeliveredMailsQuery,
  MailDeliveryDto,
  MailDeliveryListDto,
  presentDeliveries,
  presentDelivery,
  ResendMailsDto,
  ResentMailsDto,
  UndeliveredMailCountsDto,
} from './mail-delivery.dto';

@ApiTags('Mails')
@Controller('api/v1/staff/mail-deliveries')
export class MailDeliveriesController {
  constructor(private readonly mails: MailDeliveriesService) {}

  @Get()
  @Requires('ADMIN', {
    id: 'listUndeliveredMails',
    summary: 'Mails auflisten, die nicht versendet sind',
    description:
      'Aufgegebene und solche, die länger als üblich warten; die neuesten zuerst. Aufgegeben wird, was der Mailserver ablehnt oder drei Tage lang nicht annimmt.',
  })
  async list(@Query() { state, ...query }: ListUndeliveredMailsQuery): Promise<MailDeliveryListDto> {
    const { found, recipientOf } = await this.mails.page(state, query);
    return presentDeliveries(found, recipientOf);
  }

  @Get('counts')
  @Requires('ADMIN', {
    id: 'countUndeliveredMails',
    summary: 'Wie viele Mails sind nicht versendet?',
    description: 'Für ein Zeichen in der Navigation.',
  })
  async count(): Promise<UndeliveredMailCountsDto> {
    return this.mails.counts();
  }

  @Post('resends')
  @Requires('ADMIN', {
    id: 'resendMails',
    summary: 'Mails noch einmal versuchen',
    description:
      'Sofort; auch aufgegebene, die dann einen Versuch haben. Was inzwischen versendet oder hinfällig ist, bleibt.',
    status: 202,
  })
  async resend(@Body() { mailIds }: ResendMailsDto): Promise<ResentMailsDto> {
    return { mailIds: await this.mails.resend(mailIds) };
  }

  @Get(':id')
  @Requires('ADMIN', {
    id: 'getMailDelivery',
    summary: 'Was ist aus einer Mail geworden?',
    description: 'Auch versendete, solange ihr Nachweis aufgehoben wird: 90 Tage.',
  })
  async get(@Param('id') id: string): Promise<MailDeliveryDto> {
    const { found, recipientOf } = await this.mails.get(id);
    return presentDelivery(found, recipientOf);
  }
}
