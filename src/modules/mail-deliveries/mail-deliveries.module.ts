import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts';
import { StaffModule } from '../staff';
import { TenantsModule } from '../tenants';
import { MailDeliveriesController } from './mail-deliveries.controller';
import { MailDeliveriesService } from './mail-deliveries.service';
import { TestMailsController } from './test-mails.controller';
import { TestMailsService } from './test-mails.service';

/** Shows admins which mails have not left, and whether they leave at all. */
@Module({
  imports: [TenantsModule, StaffModule, ContactsModule],
  controllers: [MailDeliveriesController, TestMailsController],
  providers: [MailDeliveriesService, TestMailsService],
})
export class MailDeliveriesModule {}
