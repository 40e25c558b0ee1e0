import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';
import type { Actor } from '../../platform/context/actor';
import { OpenSessions } from '../auth';
import { groupedBy } from './grouped-by';
import type { Announcement, SessionsEnded } from './live-event';
import { LiveHistory } from './live-history';
import { type NotificationSubscriber, LiveListener } from './live-listener';
import type { LiveStream } from './live-stream';
import { LiveStreams } from './live-streams';
import { mayLearnOf } from './live.policy';

const HEARTBEAT_MS = 20_000;
/** Workers of a distributed database send no notification when a session ends. */
const CHECK_MS = 1_000;

/** Up to where a client knows what has happened. */
interface Known {
  /** Of the last event that it received, if it reconnects. */
  readonly lastEventId?: string;
  /** When it has read what it shows. */
  readonly readAt?: number;
}

interface ReceivedAnnouncement {
  readonly announcement: Announcement;
  readonly position: number;
}

/**
 * Delivers announcements to the streams of this instance, after reading from the database whether each session is still
 * open and its current user. A stream that cannot be served reliably is ended: its client reconnects and reads anew.
 */
@Injectable()
export class LiveDelivery implements NotificationSubscriber, OnApplicationShutdown {
  private readonly log = new Logger(LiveDelivery.name);
  private readonly history = new LiveHistory();
  private waiting: ReceivedAnnouncement[] = [];
  private delivering = false;
  private timer?: NodeJS.Timeout;
  private checks?: NodeJS.Timeout;

  constructor(
    private readonly streams: LiveStreams,
    private readonly sessions: OpenSessions,
    private readonly listener: LiveListener,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Resolves when all announcements from now on reach the streams. @throws unavailable */
  async begin(): Promise<void> {
    await this.listener.listen(this);
    this.history.resume();
    this.timer ??= setInterval(() => void this.sendHeartbeat(), HEARTBEAT_MS).unref();
    if (this.config.database.distributed)
      this.checks ??= setInterval(() => void this.withAll(() => undefined), CHECK_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    clearInterval(this.checks);
  }

  /**
   * Everything from now on goes to the stream, and before that what its client has missed, or that this is not known.
   * @throws tooManyStreams, unavailable
   */
  join(stream: LiveStream, { lastEventId, readAt }: Known): void {
    this.streams.add(stream);
    const { history } = this;
    const missed = this.missedBy(stream.actor, { lastEventId, readAt });
    stream.begin(lastEventId && missed ? lastEventId : history.markOf(stream.actor), history.position);
    if (missed) for (const announcement of missed) stream.send(announcement);
    else stream.reset();
  }

  private missedBy(actor: Actor, { lastEventId, readAt }: Known): readonly Announcement[] | undefined {
    if (lastEventId) return this.history.missedSince(lastEventId, actor);
    return readAt === undefined ? [] : this.history.missedAfter(readAt, actor);
  }

  onAnnouncement(announcement: Announcement): void {
    this.waiting.push({ announcement, position: this.history.add(announcement) });
    if (!this.delivering) void this.deliver();
  }

  onSessionsEnded({ tenantId, accountId }: SessionsEnded): void {
    const streams = this.streams.byTenant().get(tenantId) ?? [];
    const theirs = streams.filter(({ actor }) => actor.id === accountId);
    void this.withActors(tenantId, theirs, () => undefined);
  }

  onDisconnect(): void {
    this.history.interrupt();
    this.streams.endAll();
  }

  /** What arrives meanwhile waits, and is then delivered with a single look at the sessions. */
  private async deliver(): Promise<void> {
    this.delivering = true;
    while (this.waiting.length > 0) {
      const byTenant = groupedBy(this.waiting.splice(0), ({ announcement }) => announcement.tenantId);
      const streams = this.streams.byTenant();
      for (const [tenantId, news] of byTenant) {
        await this.withActors(tenantId, streams.get(tenantId) ?? [], (stream, actor) => {
          for (const { announcement, position } of news)
            if (mayLearnOf(actor, announcement)) stream.deliver(announcement, position);
        });
      }
    }
    this.delivering = false;
  }

  private async sendHeartbeat(): Promise<void> {
    await this.listener.checkConnection();
    await this.withAll((stream) => stream.sendHeartbeat());
  }

  private async withAll(work: (stream: LiveStream) => void): Promise<void> {
    for (const [tenantId, streams] of this.streams.byTenant()) await this.withActors(tenantId, streams, work);
  }

  /** Ends the streams whose session has ended, and all of them where that cannot be checked. */
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
