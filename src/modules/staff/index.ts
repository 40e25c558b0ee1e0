export { lastAdmin } from './staff.errors';
export { StaffModule } from './staff.module';
export { StaffReader } from './staff.reader';
export { staffUserChanged } from './staff-user.events';
export { StaffUsersService } from './staff-users.service';
export type { MailTiming, WorkTopic } from './work-mail-choice.entity';
export { type DueWorkMail, WorkMailChoices, type WorkMails } from './work-mail-choices';
