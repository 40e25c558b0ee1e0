export { MailDeliveriesModule } from './mail-deliveries.module';
