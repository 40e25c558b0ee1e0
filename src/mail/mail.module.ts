import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { MailerModule } from '@nestjs-modules/mailer';
import type { Config } from '../config/config';
import { tenantRepositories } from '../platform/database';
import { MailboxModule } from '../mailbox/mailbox.module';
import { MailboxServer } from '../mailbox/mailbox.server';
import { Composers } from './composers';
import { MailDeliveryService } from './mail-delivery.service';
import { MailSender } from './mail-sender';
import { mailerOptions, requiringTls } from './mail-transport';
import { MailedAddress } from './mailed-address.entity';
import { Mailer } from './mailer';
import { OutgoingMail } from './outgoing-mail.entity';
import { UndeliveredMails } from './undelivered-mails';
import { AnonymousMailLimiter } from './anonymous-mail-limiter';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    ...tenantRepositories(OutgoingMail, MailedAddress),
    Composers,
    Mailer,
    MailSender,
    MailDeliveryService,
    AnonymousMailLimiter,
    UndeliveredMails,
  ],
  exports: [Mailer, AnonymousMailLimiter, UndeliveredMails],
})
export class MailModule {
  /** Without a mail server the local mailbox takes its place. */
  static with({ mail }: Config): DynamicModule {
    const transport = mail.smtpUrl
      ? MailerModule.forRoot(
          mailerOptions({ url: mail.tlsRequired ? requiringTls(mail.smtpUrl) : mail.smtpUrl }),
        )
      : MailerModule.forRootAsync({
          imports: [MailboxModule],
          inject: [MailboxServer],
          useFactory: ({ port }: MailboxServer) =>
            mailerOptions({ host: '127.0.0.1', port, ignoreTLS: true }),
        });
    return { module: MailModule, imports: [transport] };
  }
}
