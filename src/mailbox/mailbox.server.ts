import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type OnApplicationShutdown } from '@nestjs/common';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { MailboxStore } from './mailbox.store';

const HOST = '127.0.0.1';
const LARGEST_MAIL = 10 * 1024 * 1024;

/** A mail server on the loopback interface that keeps what it gets; for machines that have no real one. */
export class MailboxServer implements OnApplicationShutdown {
  private constructor(
    private readonly server: SMTPServer,
    readonly port: number,
  ) {}

  static async start(store: MailboxStore): Promise<MailboxServer> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: LARGEST_MAIL,
      closeTimeout: 1_000,
      onData: (stream, _session, callback) => {
        keep(stream, store).then(() => callback(), callback);
      },
    });
    // A client that hangs up in the middle is no reason to stop.
    server.on('error', () => undefined);
    await once(server.listen(0, HOST), 'listening');
    return new MailboxServer(server, (server.server.address() as AddressInfo).port);
  }

  async onApplicationShutdown(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }
}

async function keep(stream: SMTPServerDataStream, store: MailboxStore): Promise<void> {
  const source = await buffer(stream);
  if (stream.sizeExceeded) throw Object.assign(new Error('The mail is too large.'), { responseCode: 552 });
  await store.save(source);
}
