export { AccountsService, type AccountView } from './accounts.service';
export { emailTaken, notInvited } from './auth.errors';
export { AuthModule } from './auth.module';
export { credentialsMail, initialPasswordMail } from './mails/credentials.mail';
export { PasswordsService } from './passwords.service';
