import { Injectable, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { defineEvent, type EventOf } from './domain-event';
import { HandlerRegistry, OnEventInTransaction, OnEvent } from './event-handlers';

const orderPlaced = defineEvent<{ readonly orderId: string }, [totalCents: number]>('order.placed');
const orderCancelled = defineEvent<{ readonly orderId: string }>('order.cancelled');

@Injectable()
class RecordingHandlers {
  readonly calls: string[] = [];

  @OnEventInTransaction(orderPlaced)
  async onPlaced({ orderId }: EventOf<typeof orderPlaced>, totalCents: number): Promise<void> {
    this.calls.push(`${orderId}: ${totalCents} cents`);
  }

  @OnEvent(orderCancelled)
  async onCancelled({ orderId }: EventOf<typeof orderCancelled>): Promise<void> {
    this.calls.push(orderId);
  }
}

@Module({ imports: [DiscoveryModule], providers: [HandlerRegistry, RecordingHandlers] })
class TestModule {}

describe('Handlers of events', () => {
  async function collected(): Promise<{ registry: HandlerRegistry; handlers: RecordingHandlers }> {
    const context = await NestFactory.createApplicationContext(TestModule, { logger: false });
    const registry = context.get(HandlerRegistry);
    registry.collect();
    return { registry, handlers: context.get(RecordingHandlers) };
  }

  it('join the transaction where they say so, bound to their provider', async () => {
    const { registry, handlers } = await collected();
    const [join, ...others] = registry.tasksInTransaction(orderPlaced.name);
    await join?.({ orderId: 'o-1' } as never, 60);
    expect(handlers.calls).toEqual(['o-1: 60 cents']);
    expect(others).toEqual([]);
  });

  it('are jobs otherwise, and never both', async () => {
    const { registry } = await collected();
    expect(registry.tasksFor(orderCancelled.name)).toEqual(['order.cancelled:RecordingHandlers.onCancelled']);
    expect(registry.tasksInTransaction(orderCancelled.name)).toEqual([]);
    expect(registry.tasksFor(orderPlaced.name)).toEqual([]);
  });
});
