import { Injectable } from '@nestjs/common';
import { unavailable } from '../../platform/errors';
import { ShutdownState } from '../../platform/http/shutdown-state';
import { groupedBy } from './grouped-by';
import type { LiveStream } from './live-stream';
import { tooManyStreams } from './live.errors';

const MAX_OF_ONE = 5;

/** The streams that are open at this instance. */
@Injectable()
export class LiveStreams {
  private readonly streams = new Set<LiveStream>();

  constructor(private readonly shutdown: ShutdownState) {
    shutdown.whenStopping(() => this.endAll());
  }

  /** Keeps the stream until its connection closes. @throws tooManyStreams, unavailable while the program ends */
  add(stream: LiveStream): void {
    // A stream that is opened now would not be ended any more.
    if (this.shutdown.isStopping) throw unavailable();
    const others = [...this.streams].filter(({ actor }) => actor.id === stream.actor.id);
    if (others.length >= MAX_OF_ONE) throw tooManyStreams({ values: { max: MAX_OF_ONE }, retryAfter: 60 });
    this.streams.add(stream);
    stream.output.once('close', () => this.streams.delete(stream));
  }

  /** By tenant, because that is how the sessions behind them are looked up. */
  byTenant(): ReadonlyMap<string, readonly LiveStream[]> {
    return groupedBy(this.streams, ({ actor }) => actor.tenantId);
  }

  endAll(): void {
    for (const stream of this.streams) stream.end();
  }
}
