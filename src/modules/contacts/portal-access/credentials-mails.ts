import { credentialsMail, initialPasswordMail } from '../../auth';

/** Mails with credentials, whichever way the tenant wants these. */
export const CREDENTIALS_MAILS = [credentialsMail, initialPasswordMail];
