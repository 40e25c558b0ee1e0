import { Injectable } from '@nestjs/common';
import { currentContext } from '../context/context';
import { TransactionService } from '../database/transaction.service';
import { newId } from '../ids';
import type { EventEnvelope, EventType } from './domain-event';
import { HandlerRegistry } from './event-handlers';
import { JobQueue } from './job-queue';

/** Writes events into the business transaction: one job for each handler, so that each is retried by itself. */
@Injectable()
export class EventPublisher {
  constructor(
    private readonly transactions: TransactionService,
    private readonly handlers: HandlerRegistry,
    private readonly jobs: JobQueue,
  ) {}

  publish<Payload extends object>(type: EventType<Payload>, payload: Payload): Promise<void> {
    const context = currentContext();
    const envelope: EventEnvelope = {
      eventId: newId(),
      tenantId: this.transactions.tenantId,
      occurredAt: new Date().toISOString(),
      correlationId: context?.correlationId ?? newId(),
      actorId: context?.actor?.id,
    };
    return this.jobs.addAll(
      this.handlers
        .tasksFor(type.name)
        .map((identifier) => ({ identifier, payload: { ...envelope, ...payload } })),
    );
  }
}
