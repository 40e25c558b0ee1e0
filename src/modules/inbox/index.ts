export { inboxItemChanged, inboxItemCreated } from './events/inbox.events';
export { InboxModule } from './inbox.module';
