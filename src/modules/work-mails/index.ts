export { WorkMailsModule } from './work-mails.module';
