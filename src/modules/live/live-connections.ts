import { Injectable, StreamableFile } from '@nestjs/common';
import { currentActor } from '../../platform/context/context';
import { LiveDelivery } from './live-delivery';
import { LiveStream } from './live-stream';
import { LiveStreams } from './live-streams';

/** Opens streams for whoever is acting. */
@Injectable()
export class LiveConnections {
  constructor(
    private readonly streams: LiveStreams,
    private readonly delivery: LiveDelivery,
  ) {}

  /**
   * @param seconds after which the stream ends by itself; absent: never
   * @throws tooManyStreams, unavailable
   */
  async open(seconds?: number): Promise<StreamableFile> {
    const stream = new LiveStream(currentActor());
    await this.delivery.begin();
    this.streams.add(stream);
    if (seconds !== undefined) {
      const timer = setTimeout(() => stream.end(), seconds * 1_000);
      stream.output.once('close', () => clearTimeout(timer));
    }
    return new StreamableFile(stream.output, { type: 'text/event-stream; charset=utf-8' });
  }
}
