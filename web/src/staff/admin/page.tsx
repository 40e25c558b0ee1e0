// One file to load: who administrates goes from one of these pages to the next.
export { AuditPage } from './audit-page';
export { BrandPage } from './brand-page';
export { CategoriesPage } from './categories-page';
export { RepliesPage } from './replies-page';
export { SettingsPage } from './settings-page';
export { FirstStepsPage } from '../setup/first-steps-page';
export { MailsPage } from '../setup/mails-page';
export { UsersPage } from './users-page';
