import type { Language } from '../platform/context/context';
import type { MailTemplate } from './mail-template';

/** A mail that waits to be sent: who it is about, and what its composer needs to know besides. */
export interface QueuedMail {
  readonly id: string;
  /** Id of the contact, staff user or registration it concerns. */
  readonly about: string;
  readonly payload: MailPayload;
  readonly createdAt: Date;
}

/** Ids, and what the mail says that may change before it is sent. Never secrets: it is stored. */
export type MailPayload = Readonly<Record<string, string | number | boolean>>;

/** In whose name a mail is sent. */
export interface MailBrand {
  readonly portalName: string;
  /** Absent: the name of the portal. */
  readonly senderName?: string | null;
  /** Absent: the address of the installation. */
  readonly senderAddress?: string | null;
  readonly replyTo?: string | null;
  /** Background of buttons, e.g. `#0f5e6e`; white text is legible on it. Absent: the portal's own. */
  readonly accentColor?: string | null;
  readonly imprintUrl?: string | null;
  readonly privacyUrl?: string | null;
  readonly termsUrl?: string | null;
}

/**
 * Everything that the mail says, put together at the moment of sending. To whom, in which language and whose name: as it is
 * then. What happened: as it was when it happened, from the payload and from rows that never change. Secrets are made here.
 */
export interface ComposedMail<Values = unknown> {
  readonly to: { readonly name: string; readonly address: string };
  readonly language: Language;
  readonly brand: MailBrand;
  /** Id of the ticket or order that the mail is about: mail programs show all mails of one together. */
  readonly conversationId?: string;
  /** As `conversationId`, of the one that has become part of it. */
  readonly earlierConversationId?: string;
  readonly values: Values;
}

/** What the composer of a template makes: `ComposedFor<typeof credentialsMail>`. */
export type ComposedFor<Template> =
  Template extends MailTemplate<infer Values> ? ComposedMail<Values> : never;
