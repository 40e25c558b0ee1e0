import { Injectable } from '@nestjs/common';
import { currentContext } from '../context/context';
import { TransactionService } from '../database';
import { newId } from '../ids';
import type { EventEnvelope, EventType } from './domain-event';
import { HandlerRegistry } from './event-handlers';
import { JobQueue, type JobSpec } from './job-queue';

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
    const event = this.eventOf(payload);
    // One after the other: they share the transaction's connection.
    for (const join of this.handlers.tasksInTransaction(type.name)) {
      await join(event as never, ...made);
    }
    this.jobs.addAll(this.jobsFor(type, event));
  }

  /** As `publish`, many of a kind that nobody joins, in one statement. */
  publishAll<Payload extends object>(type: EventType<Payload>, payloads: readonly Payload[]): void {
    if (this.handlers.tasksInTransaction(type.name).length > 0)
      throw new Error(`${type.name} is published one by one: handlers join it.`);
    this.jobs.addAll(payloads.flatMap((payload) => this.jobsFor(type, this.eventOf(payload))));
  }

  private eventOf<Payload extends object>(payload: Payload): EventEnvelope & Payload {
    const context = currentContext();
    const envelope: EventEnvelope = {
      eventId: newId(),
      // In the publisher's transaction or not at all.
      tenantId: this.transactions.current.tenantId,
      occurredAt: new Date().toISOString(),
      correlationId: context?.correlationId ?? newId(),
      actorId: context?.actor?.id,
    };
    return { ...envelope, ...payload };
  }

  private jobsFor({ name }: { readonly name: string }, payload: object): JobSpec[] {
    return this.handlers.tasksFor(name).map((identifier) => ({ identifier, payload }));
  }
}
