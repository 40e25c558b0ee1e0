import { Injectable, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { defineEvent, type EventOf } from './domain-event';
import { HandlerRegistry, OnEventInTransaction, OnEvent } from './event-handlers';

const lampLit = defineEvent<{ readonly room: string }, [watts: number]>('lamp.lit');
const lampPutOut = defineEvent<{ readonly room: string }>('lamp.put-out');

@Injectable()
class Diary {
  readonly lines: string[] = [];

  @OnEventInTransaction(lampLit)
  async onLit({ room }: EventOf<typeof lampLit>, watts: number): Promise<void> {
    this.lines.push(`${room}: ${watts} W`);
  }

  @OnEvent(lampPutOut)
  async onPutOut({ room }: EventOf<typeof lampPutOut>): Promise<void> {
    this.lines.push(room);
  }
}

@Module({ imports: [DiscoveryModule], providers: [HandlerRegistry, Diary] })
class House {}

describe('Handlers of events', () => {
  async function collected(): Promise<{ registry: HandlerRegistry; diary: Diary }> {
    const house = await NestFactory.createApplicationContext(House, { logger: false });
    const registry = house.get(HandlerRegistry);
    registry.collect();
    return { registry, diary: house.get(Diary) };
  }

  it('join the transaction where they say so, bound to their provider', async () => {
    const { registry, diary } = await collected();
    const [join, ...others] = registry.tasksInTransaction(lampLit.name);
    await join?.({ room: 'Küche' } as never, 60);
    expect(diary.lines).toEqual(['Küche: 60 W']);
    expect(others).toEqual([]);
  });

  it('are jobs otherwise, and never both', async () => {
    const { registry } = await collected();
    expect(registry.tasksFor(lampPutOut.name)).toEqual(['lamp.put-out:Diary.onPutOut']);
    expect(registry.tasksInTransaction(lampPutOut.name)).toEqual([]);
    expect(registry.tasksFor(lampLit.name)).toEqual([]);
  });
});
