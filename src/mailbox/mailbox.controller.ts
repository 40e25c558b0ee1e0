import { Controller, Get, Header, Headers, Param, Query, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Audienced } from '../platform/http/access';
import { LocalCallersGuard } from '../platform/http/local-callers.guard';
import type { CaughtMail, CaughtMailDetail } from './caught-mail';
import { listPage, messagePage, PAGE_POLICY } from './mailbox.pages';
import { MailboxQuery } from './mailbox.query';
import { MailboxStore } from './mailbox.store';

/**
 * The caught mails, for people and for tests on this machine: they hold links into accounts. It exists only where no mail
 * server is configured.
 */
@ApiExcludeController()
@Audienced('PUBLIC')
@UseGuards(LocalCallersGuard)
@Controller('mailbox')
export class MailboxController {
  constructor(private readonly store: MailboxStore) {}

  @Get()
  async index(
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaughtMail[] | string> {
    return answer(reply, accept, await this.store.list(), listPage);
  }

  @Get('messages')
  async list(@Query() { to }: MailboxQuery): Promise<CaughtMail[]> {
    const mails = await this.store.list();
    return to ? mails.filter((mail) => mail.to.toLowerCase().includes(to.toLowerCase())) : mails;
  }

  @Get('messages/:id')
  async get(
    @Param('id') id: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaughtMailDetail | string> {
    return answer(reply, accept, await this.store.detail(id), messagePage);
  }

  @Get('messages/:id/source')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  source(@Param('id') id: string): Promise<Buffer> {
    return this.store.source(id);
  }
}

/** JSON for programs that ask for it, else a page: browsers always name HTML. */
function answer<T>(
  reply: FastifyReply,
  accept: string | undefined,
  value: T,
  page: (value: T) => string,
): T | string {
  if (accept?.includes('application/json') && !accept.includes('text/html')) return value;
  void reply
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Content-Security-Policy', PAGE_POLICY);
  return page(value);
}
