export { AccountsService, type AccountView } from './accounts.service';
export { busy, emailTaken, notInvited, tokenInvalid } from './auth.errors';
export { AuthModule } from './auth.module';
export { FreshProofModule } from './fresh-proof.module';
export { credentialsMail, initialPasswordMail } from './mails/credentials.mail';
export { decodeToken, encodeToken, hashToken } from './opaque-token';
export { OpenSessions } from './open-sessions';
export { PasswordsService } from './passwords.service';
