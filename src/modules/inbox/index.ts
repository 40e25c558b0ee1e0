export { ItemsOfStaffUser } from './claims/items-of-staff-user';
export { inboxItemChanged, inboxItemCreated } from './events/inbox.events';
export { InboxModule } from './inbox.module';
export { type InboxNews, InboxNewsReader } from './lists/inbox-news.reader';
export { InboxItemsReader } from './lists/inbox-items.reader';
export { OutcomesService } from './outcomes/outcomes.service';
