import { Injectable } from '@nestjs/common';
import { TransactionService } from '../database/transaction.service';
import { RUSH_MS } from './fetching-ahead';

/** On which the job library listens. */
const CHANNEL = 'jobs:insert';

/**
 * Tells the workers of all instances that there are new jobs: a single one at once, a rush of them in one message. Whom it
 * does not reach looks around every two seconds.
 */
@Injectable()
export class JobAnnouncer {
  private untold = 0;
  private pause?: NodeJS.Timeout;

  constructor(private readonly transactions: TransactionService) {}

  /** To be called after the commit. */
  announce(jobs: number): void {
    this.untold += jobs;
    if (!this.pause) this.tell();
  }

  private tell(): void {
    // Random, as the job library's own are: PostgreSQL drops what it has been told before.
    const message = { r: Math.random(), count: this.untold };
    this.untold = 0;
    this.pause = setTimeout(() => this.goOn(), RUSH_MS).unref();
    this.transactions
      .queryUnscoped(`SELECT pg_notify($1, $2)`, [CHANNEL, JSON.stringify(message)])
      .catch(() => undefined);
  }

  private goOn(): void {
    this.pause = undefined;
    if (this.untold > 0) this.tell();
  }
}
