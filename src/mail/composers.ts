import { Injectable, type OnApplicationBootstrap, SetMetadata } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { ComposedMail, QueuedMail } from './composed-mail';
import { MailFailure } from './mail-failure';
import type { MailTemplate } from './mail-template';

const COMPOSED_TEMPLATE = 'kundenportal:composed-template';

type Compose = (mail: QueuedMail) => Promise<ComposedMail | null>;

export interface Composer {
  readonly template: MailTemplate;
  readonly compose: Compose;
}

/**
 * Makes a mail at the moment of sending, in a transaction of its tenant; again for every attempt. Null: there is no
 * reason for it any more, and it is never sent.
 */
export function Composes<Values>(
  template: MailTemplate<Values>,
): <Method extends (mail: QueuedMail) => Promise<ComposedMail<Values> | null>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Method>,
) => void {
  return SetMetadata(COMPOSED_TEMPLATE, template);
}

/** The composers of mails, found by the decorator. */
@Injectable()
export class Composers implements OnApplicationBootstrap {
  private readonly composers = new Map<string, Composer>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws MailFailure where there is no composer for the template */
  of(templateName: string): Composer {
    const composer = this.composers.get(templateName);
    if (!composer) throw new MailFailure(`Nobody composes the mail ${templateName}.`, 'PERMANENT');
    return composer;
  }

  onApplicationBootstrap(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const provider = instance as Record<string, Compose>;
      for (const key of this.scanner.getAllMethodNames(Object.getPrototypeOf(provider) as object)) {
        const method = provider[key];
        if (!method) continue;
        const template = this.reflector.get<MailTemplate | undefined>(COMPOSED_TEMPLATE, method);
        if (template) this.add({ template, compose: method.bind(provider) });
      }
    }
  }

  private add(composer: Composer): void {
    const { name } = composer.template;
    if (this.composers.has(name)) throw new Error(`Two methods compose the mail ${name}.`);
    this.composers.set(name, composer);
  }
}
