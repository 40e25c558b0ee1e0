import { Injectable, StreamableFile } from '@nestjs/common';
import { currentActor } from '../../platform/context/context';
import { unauthenticated } from '../../platform/errors';
import { OpenSessions } from '../auth';
import { LiveDelivery } from './live-delivery';
import { LiveStream } from './live-stream';

/** The longest timeout of Node; a client whose stream ends then reconnects. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** What a client says when it opens its stream. */
export interface StreamRequest {
  /** After which the stream ends by itself; absent: with the session. */
  readonly seconds?: number;
  /** How long ago it read what it shows. */
  readonly readMsAgo?: number;
  /** Of the last event that it received, if it reconnects. */
  readonly lastEventId?: string;
}

/** Opens streams for the caller. */
@Injectable()
export class LiveConnections {
  constructor(
    private readonly sessions: OpenSessions,
    private readonly delivery: LiveDelivery,
  ) {}

  /** @throws tooManyStreams, unavailable, unauthenticated */
  async open({ seconds, readMsAgo, lastEventId }: StreamRequest): Promise<StreamableFile> {
    const actor = currentActor();
    const stream = new LiveStream(actor);
    // By the clock of this program, whatever that of the client says.
    const readAt = readMsAgo === undefined ? undefined : Date.now() - readMsAgo;
    await this.delivery.begin();
    this.delivery.join(stream, { lastEventId, readAt });
    // Checked only now: the end of a session between the check and `join` would go unnoticed.
    const endsAt = await this.sessions.endOf(actor.tenantId, actor.sessionId);
    if (!endsAt) {
      stream.output.destroy();
      throw unauthenticated();
    }
    const left = Math.min(endsAt.getTime() - Date.now(), (seconds ?? Infinity) * 1_000, MAX_TIMER_MS);
    const timer = setTimeout(() => stream.end(), left).unref();
    stream.output.once('close', () => clearTimeout(timer));
    return new StreamableFile(stream.output, { type: 'text/event-stream; charset=utf-8' });
  }
}
