/**
 * Which mails main users get: about what is theirs, besides about what has been decided for colleagues (status and offers), or
 * about everything of the company.
 */
export type CompanyMails = 'MINE' | 'IMPORTANT' | 'ALL';

/** Whether a mail about something of a colleague's is wanted. */
export function wants(chosen: CompanyMails, isImportant: boolean): boolean {
  return chosen === 'ALL' || (chosen === 'IMPORTANT' && isImportant);
}
