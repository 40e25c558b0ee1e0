import { Injectable, SetMetadata } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { EventEnvelope, EventType } from './domain-event';

const HANDLED_EVENT = 'kundenportal:handled-event';
const TRANSACTION_EVENT = 'kundenportal:joined-event';
const JOB_NAME = 'kundenportal:job-name';
const SCHEDULE = 'kundenportal:schedule';

/** Payload of a job: ids and primitives; it is stored as JSON. */
export interface JobPayload {
  readonly tenantId: string;
  readonly correlationId?: string;
}

export type Task = (payload: never) => Promise<void>;
type JoiningTask = (event: never, ...made: unknown[]) => Promise<void>;

type HandlerDecorator<Payload extends object, Made extends unknown[] = []> = <
  Handler extends (event: Readonly<Payload> & EventEnvelope, ...made: Made) => Promise<void>,
>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Handler>,
) => void;

/** Runs after the publishing transaction, at least once, in a transaction of its own: the handler must be idempotent. */
export function OnEvent<Payload extends object, Made extends unknown[]>(
  type: EventType<Payload, Made>,
): HandlerDecorator<Payload> {
  return SetMetadata(HANDLED_EVENT, type.name);
}

/**
 * Runs inside the publishing transaction, once, before `publish` returns: for what has to exist exactly if the change
 * does. It makes the publisher wait, and its failure rolls everything back; see docs/adr/0004.
 */
export function OnEventInTransaction<Payload extends object, Made extends unknown[]>(
  type: EventType<Payload, Made>,
): HandlerDecorator<Payload, Made> {
  return SetMetadata(TRANSACTION_EVENT, type.name);
}

/** Runs a queued job, at least once, outside any transaction. */
export function OnJob(name: string): MethodDecorator {
  return SetMetadata(JOB_NAME, name);
}

/** Runs at the times of a cron pattern (UTC), on one of the instances, outside any transaction and for no tenant. */
export function OnSchedule(pattern: string): MethodDecorator {
  return SetMetadata(SCHEDULE, pattern);
}

export interface ScheduledTask {
  readonly name: string;
  readonly pattern: string;
  readonly task: Task;
}

/** Everything in the program that reacts to events or jobs, found by its decorators. */
@Injectable()
export class HandlerRegistry {
  private readonly subscribers = new Map<string, string[]>();
  private readonly inTransaction = new Map<string, JoiningTask[]>();
  readonly eventHandlers = new Map<string, Task>();
  readonly jobHandlers = new Map<string, Task>();
  readonly schedule: ScheduledTask[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** Names of the tasks that handle an event. */
  tasksFor(eventName: string): readonly string[] {
    return this.subscribers.get(eventName) ?? [];
  }

  /** What runs inside the transaction that publishes an event. */
  tasksInTransaction(eventName: string): readonly JoiningTask[] {
    return this.inTransaction.get(eventName) ?? [];
  }

  collect(): void {
    for (const { instance, name } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const provider = instance as Record<string, Task>;
      for (const key of this.scanner.getAllMethodNames(Object.getPrototypeOf(provider) as object)) {
        const method = provider[key];
        if (method) this.register(String(name), key, method, method.bind(provider));
      }
    }
  }

  private register(provider: string, key: string, method: Task, task: Task): void {
    const jobName = this.reflector.get<string | undefined>(JOB_NAME, method);
    if (jobName) this.jobHandlers.set(jobName, task);
    const pattern = this.reflector.get<string | undefined>(SCHEDULE, method);
    if (pattern) this.schedule.push({ name: `${provider}.${key}`, pattern, task });
    const joined = this.reflector.get<string | undefined>(TRANSACTION_EVENT, method);
    if (joined) this.inTransaction.set(joined, [...this.tasksInTransaction(joined), task]);
    const eventName = this.reflector.get<string | undefined>(HANDLED_EVENT, method);
    if (!eventName) return;
    const taskName = `${eventName}:${provider}.${key}`;
    this.eventHandlers.set(taskName, task);
    this.subscribers.set(eventName, [...this.tasksFor(eventName), taskName]);
  }
}
