import { Injectable } from '@nestjs/common';
import { currentContext } from '../context/context';
import { TransactionService } from '../database/transaction.service';
import { newId } from '../ids';
import type { EventEnvelope, EventType } from './domain-event';
import { HandlerRegistry } from './event-handlers';
import { JobQueue } from './job-queue';

/**
 * Writes events into the business transaction: lets those join it that must, and queues one job for each other handler,
 * so that each is retried by itself.
 */
@Injectable()
export class EventPublisher {
  constructor(
    private readonly transactions: TransactionService,
    private readonly handlers: HandlerRegistry,
    private readonly jobs: JobQueue,
  ) {}

  /** @param made for those who join; it goes no further */
  async publish<Payload extends object, Made extends unknown[]>(
    type: EventType<Payload, Made>,
    payload: Payload,
    ...made: Made
  ): Promise<void> {
    const context = currentContext();
    const envelope: EventEnvelope = {
      eventId: newId(),
      // In the publisher's transaction or not at all.
      tenantId: this.transactions.current.tenantId,
      occurredAt: new Date().toISOString(),
      correlationId: context?.correlationId ?? newId(),
      actorId: context?.actor?.id,
    };
    const event = { ...envelope, ...payload };
    // One after the other: they share the transaction's connection.
    for (const join of this.handlers.tasksInTransaction(type.name)) {
      await join(event as never, ...made);
    }
    const identifiers = this.handlers.tasksFor(type.name);
    this.jobs.addAll(identifiers.map((identifier) => ({ identifier, payload: event })));
  }
}
