import { Injectable, StreamableFile } from '@nestjs/common';
import { currentActor } from '../../platform/context/context';
import { unauthenticated } from '../../platform/errors';
import { OpenSessions } from '../auth';
import { LiveDelivery } from './live-delivery';
import { LiveStream } from './live-stream';

/** The longest that Node can wait; a client that is ended then comes back. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Opens streams for whoever is acting. */
@Injectable()
export class LiveConnections {
  constructor(
    private readonly sessions: OpenSessions,
    private readonly delivery: LiveDelivery,
  ) {}

  /**
   * @param seconds after which the stream ends by itself; absent: with the session
   * @param lastEventId of the last event that the client has got, if it comes back
   * @throws tooManyStreams, unavailable, unauthenticated
   */
  async open(seconds?: number, lastEventId?: string): Promise<StreamableFile> {
    const actor = currentActor();
    const stream = new LiveStream(actor);
    await this.delivery.begin();
    this.delivery.join(stream, lastEventId);
    // Asked only now: of an end between the look at the session and the joining nobody would be told any more.
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
