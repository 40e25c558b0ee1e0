import { mailProblem } from './mail-problem';
import { type MailProblemDto } from './mail-problem.dto';
import type { UndeliveredMail } from './undelivered-mails';

/** Eine Mail, die nicht versendet ist. */
export class UndeliveredMailDto {
  /** An wen. @example Petra Müller */
  recipient: string;
  /** Wird noch versucht, aufgegeben. */
  state: 'QUEUED' | 'FAILED';
  problem: MailProblemDto;
}

/** @param names of those whom the mails go to, by id */
export function presentUndelivered(
  mails: readonly UndeliveredMail[],
  names: ReadonlyMap<string, { readonly name: string }>,
): UndeliveredMailDto[] {
  return mails.map(({ about, state, lastError }) => ({
    recipient: names.get(about)?.name ?? '',
    state,
    problem: mailProblem(lastError),
  }));
}
