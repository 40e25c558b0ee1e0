import { Module } from '@nestjs/common';
import { MailboxController } from './mailbox.controller';
import { MailboxServer } from './mailbox.server';
import { MailboxStore } from './mailbox.store';

@Module({
  controllers: [MailboxController],
  providers: [
    MailboxStore,
    // Started while the program is put together: the mailer needs the port.
    {
      provide: MailboxServer,
      inject: [MailboxStore],
      useFactory: (store: MailboxStore) => MailboxServer.start(store),
    },
  ],
  exports: [MailboxServer],
})
export class MailboxModule {}
