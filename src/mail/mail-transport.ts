import type { MailerOptions } from '@nestjs-modules/mailer';
import { layout } from './layout.adapter';

/** Where mails go; the rest is the same everywhere. */
export type Transport =
  | { readonly url: string }
  | { readonly host: string; readonly port: number; readonly ignoreTLS: true }
  | { readonly jsonTransport: true };

/** A mail server that hangs must not hold a worker for long, and no mail may read a file or fetch an address. */
export function mailerOptions(transport: Transport): MailerOptions {
  return {
    transport: {
      ...transport,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    // As a plugin: named as the template's adapter, it would have the library load what shows mails for a preview, at every start.
    plugins: [{ step: 'compile', plugin: layout() }],
  };
}

/**
 * A mail server's URL with which nothing but the greeting is said in clear: where STARTTLS is not to be had, or somebody on
 * the way takes it out, no mail is sent. What the URL itself says of it counts no more.
 */
export function requiringTls(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const name of ['ignoreTLS', 'opportunisticTLS', 'secure']) url.searchParams.delete(name);
  url.searchParams.set('requireTLS', 'true');
  return url.href;
}
