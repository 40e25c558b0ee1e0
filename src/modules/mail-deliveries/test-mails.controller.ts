import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { MailDeliveriesService } from './mail-deliveries.service';
import { MailDeliveryDto, presentDelivery } from './mail-delivery.dto';
import { TestMailsService } from './test-mails.service';

@ApiTags('Mails')
@Controller('api/v1/staff/test-mails')
export class TestMailsController {
  constructor(
    private readonly testMails: TestMailsService,
    private readonly mails: MailDeliveriesService,
  ) {}

  @Post()
  @Requires('ADMIN', {
    id: 'sendTestMail',
    summary: 'Testmail an sich selbst senden',
    description:
      'Mit dem eingestellten Absender. Was aus ihr geworden ist, sagt `getMailDelivery`. Zehn in der Stunde.',
    status: 202,
    creates: true,
  })
  async send(): Promise<MailDeliveryDto> {
    const { found, recipientOf } = await this.mails.get(await this.testMails.send());
    return presentDelivery(found, recipientOf);
  }
}
