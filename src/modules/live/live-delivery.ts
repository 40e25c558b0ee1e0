import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { OpenSessions } from '../auth';
import { groupedBy } from './grouped-by';
import type { Announcement } from './live-event';
import { type LiveHearer, LiveListener } from './live-listener';
import type { LiveStream } from './live-stream';
import { LiveStreams } from './live-streams';
import { mayLearnOf } from './live.policy';

const BEAT_MS = 20_000;

/**
 * Hands on to the streams of this instance what was announced, after asking the database whether each session is still
 * open and who is behind it now. A stream that cannot be served reliably is ended: its client comes back and reads anew.
 */
@Injectable()
export class LiveDelivery implements LiveHearer, OnApplicationShutdown {
  private readonly log = new Logger(LiveDelivery.name);
  private waiting: Announcement[] = [];
  private delivering = false;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly streams: LiveStreams,
    private readonly sessions: OpenSessions,
    private readonly listener: LiveListener,
  ) {}

  /** Resolves when whatever is announced from now on reaches the streams. @throws unavailable */
  async begin(): Promise<void> {
    await this.listener.listen(this);
    this.timer ??= setInterval(() => void this.beat(), BEAT_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  heard(announcement: Announcement): void {
    this.waiting.push(announcement);
    if (!this.delivering) void this.deliver();
  }

  deafened(): void {
    this.streams.endAll();
  }

  /** What arrives meanwhile waits, and is then delivered with a single look at the sessions. */
  private async deliver(): Promise<void> {
    this.delivering = true;
    while (this.waiting.length > 0) {
      const announcements = groupedBy(this.waiting.splice(0), ({ tenantId }) => tenantId);
      const streams = this.streams.byTenant();
      for (const [tenantId, news] of announcements) {
        await this.withActors(tenantId, streams.get(tenantId) ?? [], (stream, actor) => {
          for (const announcement of news) if (mayLearnOf(actor, announcement)) stream.send(announcement);
        });
      }
    }
    this.delivering = false;
  }

  private async beat(): Promise<void> {
    await this.listener.checkConnection();
    for (const [tenantId, streams] of this.streams.byTenant()) {
      await this.withActors(tenantId, streams, (stream) => stream.beat());
    }
  }

  /** Ends the streams whose session is over, and all where nobody can tell. */
  private async withActors(
    tenantId: string,
    streams: readonly LiveStream[],
    work: (stream: LiveStream, actor: LiveStream['actor']) => void,
  ): Promise<void> {
    if (streams.length === 0) return;
    try {
      const ids = streams.map(({ actor }) => actor.sessionId);
      const actors = await this.sessions.actorsOf(tenantId, ids);
      for (const stream of streams) {
        const actor = actors.get(stream.actor.sessionId);
        if (actor && !actor.passwordChangeRequired) work(stream, actor);
        else stream.end();
      }
    } catch (err) {
      this.log.warn({ msg: 'Cannot look at the sessions behind live streams.', err });
      for (const stream of streams) stream.end();
    }
  }
}
