import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
}

/** A mail server that a test can let hang. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** While it hangs, it takes mails and never answers. */
  hangs = false;
  /** Mails whose text has arrived, answered or not. */
  seen = 0;

  private constructor(private readonly server: SMTPServer) {}

  static async start(port = 0): Promise<MailServer> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, _session, done) => {
        simpleParser(stream).then((mail) => {
          self.seen += 1;
          if (self.hangs) return;
          const to = Array.isArray(mail.to) ? mail.to[0]?.text : mail.to?.text;
          const { subject = '', messageId = '', text = '' } = mail;
          self.received.push({ to: to ?? '', subject, messageId, text });
          done();
        }, done);
      },
    });
    const self = new MailServer(server);
    server.on('error', () => undefined);
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
    return self;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
