import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { CONFIG } from '../../config/config.module';
import type { Config } from '../../config/config';
import { unavailable } from '../../platform/errors';
import type { Announcement, SessionsEnded } from './live-event';

/** Of PostgreSQL's NOTIFY, over which the instances tell one another. */
export const LIVE_CHANNEL = 'kundenportal_live';

const WITHIN_MS = 2_000;

export interface NotificationSubscriber {
  heard(announcement: Announcement): void;
  sessionsEnded(ended: SessionsEnded): void;
  /** What is announced from now on is missed, until somebody listens again. */
  onDisconnect(): void;
}

/**
 * Hears what any instance announces, on a connection of its own. There is one only once somebody has a stream open, and
 * it is not mended when it breaks: streams end then, and the first client that comes back brings a new one about.
 */
@Injectable()
export class LiveListener implements OnApplicationShutdown {
  private readonly log = new Logger(LiveListener.name);
  private listening?: Promise<Client>;
  private lose?: () => void;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Resolves when nothing is missed any more. @throws unavailable */
  async listen(subscriber: NotificationSubscriber): Promise<void> {
    this.listening ??= this.begin(subscriber);
    await this.listening;
  }

  /** Some networks cut connections on which nothing happens, without a word: a sign of life each way shows it. */
  async checkConnection(): Promise<void> {
    const client = await this.listening?.catch(() => undefined);
    await client?.query('SELECT 1').catch(() => this.lose?.());
  }

  async onApplicationShutdown(): Promise<void> {
    const client = await this.listening?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  private begin(subscriber: NotificationSubscriber): Promise<Client> {
    const { url, directUrl } = this.config.database;
    const client = new Client({
      connectionString: directUrl ?? url,
      application_name: 'kundenportal-live',
      connectionTimeoutMillis: WITHIN_MS,
      query_timeout: WITHIN_MS,
      keepAlive: true,
    });
    let inUse = true;
    // A connection breaks once, however many signs there are of it; by then there may be another one.
    const lose = (): void => {
      if (!inUse) return;
      inUse = false;
      this.listening = undefined;
      void client.end().catch(() => undefined);
      subscriber.onDisconnect();
    };
    this.lose = lose;
    client.on('notification', ({ payload }) => {
      const message = messageIn(payload);
      if (message && 'event' in message) subscriber.heard(message);
      else if (message) subscriber.sessionsEnded(message);
    });
    client.on('error', (err) => {
      this.log.warn({ msg: 'The connection for live events broke.', err });
      lose();
    });
    client.once('end', lose);
    return this.connected(client, lose);
  }

  private async connected(client: Client, lose: () => void): Promise<Client> {
    try {
      await client.connect();
      await client.query(`LISTEN ${LIVE_CHANNEL}`);
      return client;
    } catch (err) {
      this.log.warn({ msg: 'Cannot listen for live events.', err });
      lose();
      throw unavailable();
    }
  }
}

/** Whoever may log in to the database can send what they like. */
function messageIn(payload = ''): Announcement | SessionsEnded | undefined {
  try {
    return JSON.parse(payload) as Announcement | SessionsEnded;
  } catch {
    return undefined;
  }
}
