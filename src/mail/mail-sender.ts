import { Inject, Injectable } from '@nestjs/common';
import { MailerService } from '@nestjs-modules/mailer';
import type { Config } from '../config/config';
import { CONFIG } from '../config/config.module';
import type { ComposedMail } from './composed-mail';
import { conversationHeaders } from './conversation';
import { nameText } from './header-text';
import { HTML_LAYOUT } from './layout.adapter';
import { contentOf, oneLine } from './mail-content';
import { ADDRESS_INVALID, MailFailure, type SmtpError, smtpFailure } from './mail-failure';
import type { MailTemplate } from './mail-template';

export interface MailToSend {
  readonly id: string;
  readonly template: MailTemplate;
  readonly composed: ComposedMail;
}

interface Mailbox {
  readonly name: string;
  readonly address: string;
}

const ADDRESS = /^[^\s\p{Cc}<>]+@[^\s\p{Cc}<>@,;]+$/u;

/** Renders one mail and hands it to the mail server. */
@Injectable()
export class MailSender {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly mailer: MailerService,
  ) {}

  /** @throws MailFailure that tells whether trying again makes sense */
  async send({ id, template, composed }: MailToSend): Promise<void> {
    const { brand, to, conversationId, earlierConversationId } = composed;
    const { hostname } = new URL(this.config.publicUrl);
    const sender = brand.senderAddress ?? this.config.mail.from;
    const mail = {
      messageId: `<${id}@${hostname}>`,
      from: mailbox(brand.senderName ?? brand.portalName, sender),
      to: mailbox(to.name, to.address),
      replyTo: brand.replyTo ? mailbox('', brand.replyTo) : undefined,
      headers: {
        ...(!template.isAnswer && { 'Auto-Submitted': 'auto-generated' }),
        ...(conversationId && conversationHeaders(hostname, conversationId, earlierConversationId)),
      },
      template: HTML_LAYOUT,
      context: contentOf(template, composed),
    };
    try {
      await this.mailer.sendMail(mail);
    } catch (error) {
      throw smtpFailure(error as SmtpError);
    }
  }
}

/** An address object, so that nothing in it is read as a list of further recipients. */
function mailbox(name: string, address: string): Mailbox {
  const trimmed = address.trim();
  if (!ADDRESS.test(trimmed)) throw new MailFailure(ADDRESS_INVALID, 'PERMANENT');
  return { name: nameText(oneLine(name)), address: trimmed };
}
