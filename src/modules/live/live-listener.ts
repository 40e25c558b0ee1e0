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
  onAnnouncement(announcement: Announcement): void;
  onSessionsEnded(ended: SessionsEnded): void;
  /** Announcements from now on are missed, until `listen` is called again. */
  onDisconnect(): void;
}

/**
 * Receives the announcements of all instances on a connection of its own. It is opened with the first stream, and not
 * restored when it breaks: all streams end then, and the first client that reconnects opens a new one.
 */
@Injectable()
export class LiveListener implements OnApplicationShutdown {
  private readonly log = new Logger(LiveListener.name);
  private listening?: Promise<Client>;
  private onConnectionLost?: () => void;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Resolves when nothing is missed any more. @throws unavailable */
  async listen(subscriber: NotificationSubscriber): Promise<void> {
    this.listening ??= this.begin(subscriber);
    await this.listening;
  }

  /** Some networks drop idle connections silently: a query shows it, and keeps the connection from being idle. */
  async checkConnection(): Promise<void> {
    const client = await this.listening?.catch(() => undefined);
    await client?.query('SELECT 1').catch(() => this.onConnectionLost?.());
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
    // Several events report the same broken connection, perhaps when there is a new one already.
    const onConnectionLost = (): void => {
      if (!inUse) return;
      inUse = false;
      this.listening = undefined;
      void client.end().catch(() => undefined);
      subscriber.onDisconnect();
    };
    this.onConnectionLost = onConnectionLost;
    client.on('notification', ({ payload }) => {
      const message = messageIn(payload);
      if (message && 'event' in message) subscriber.onAnnouncement(message);
      else if (message) subscriber.onSessionsEnded(message);
    });
    client.on('error', (err) => {
      this.log.warn({ msg: 'The connection for live events broke.', err });
      onConnectionLost();
    });
    client.once('end', onConnectionLost);
    return this.connected(client, onConnectionLost);
  }

  private async connected(client: Client, onConnectionLost: () => void): Promise<Client> {
    try {
      await client.connect();
      await client.query(`LISTEN ${LIVE_CHANNEL}`);
      return client;
    } catch (err) {
      this.log.warn({ msg: 'Cannot listen for live events.', err });
      onConnectionLost();
      throw unavailable();
    }
  }
}

/** Every login of the database can send notifications, so a payload may be anything. */
function messageIn(payload = ''): Announcement | SessionsEnded | undefined {
  try {
    return JSON.parse(payload) as Announcement | SessionsEnded;
  } catch {
    return undefined;
  }
}
