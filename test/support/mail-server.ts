import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  /** It came through TLS. */
  readonly encrypted: boolean;
}

/** A mail server that a test can let hang, or be slow, or be away. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** While it hangs, it takes mails and never answers. */
  hangs = false;
  /** Until it answers to a mail. */
  delayMs = 0;
  /** Mails whose text has arrived, answered or not. */
  seen = 0;
  /** What it answers to a recipient, repeating the address as servers do. */
  refusal?: { readonly code: number; readonly text: string };
  /** Everything it was told before the text of a mail, but greetings. */
  readonly told: string[] = [];

  port = 0;
  private server!: SMTPServer;

  private constructor(private readonly host: string) {}

  static async start(port = 0, host = '127.0.0.1'): Promise<MailServer> {
    const server = new MailServer(host);
    await server.listen(port);
    return server;
  }

  private async listen(port: number): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onMailFrom: ({ address }, _session, done) => {
        this.told.push(address);
        done();
      },
      onRcptTo: ({ address }, _session, done) => {
        this.told.push(address);
        if (this.refusal) {
          const { code, text } = this.refusal;
          done(Object.assign(new Error(`${text} <${address}>`), { responseCode: code }));
        } else {
          done();
        }
      },
      onData: (stream, { secure }, done) => {
        simpleParser(stream).then((mail) => {
          this.seen += 1;
          if (this.hangs) return;
          const { subject = '', messageId = '', text = '' } = mail;
          const to = Array.isArray(mail.to) ? mail.to[0]?.text : mail.to?.text;
          this.received.push({ to: to ?? '', subject, messageId, text, encrypted: secure });
          setTimeout(done, this.delayMs);
        }, done);
      },
    });
    this.server.on('error', () => undefined);
    this.server.listen(port, this.host);
    await once(this.server.server, 'listening');
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  /** Comes back after `stop`, at the same address. */
  resume(): Promise<void> {
    return this.listen(this.port);
  }

  get url(): string {
    return `smtp://${this.host}:${this.port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
