import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header, Param, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { compile } from 'handlebars';
import { Audienced } from '../http/access';

const page = compile(readFileSync(join(__dirname, 'templates', 'object.html.hbs'), 'utf8'));

/**
 * Where people arrive as long as a tenant has no frontend of its own: at the root, and by the links in mails. The pages
 * show nothing of what they are about; who may see it reads it in Swagger UI.
 */
@ApiExcludeController()
@Audienced('PUBLIC')
@Controller()
export class LandingController {
  @Get()
  @Redirect('/docs', 302)
  root(): void {}

  @Get('tickets/:id')
  @Header('Content-Type', 'text/html; charset=utf-8')
  ticket(@Param('id') id: string): string {
    return page({ what: 'Ticket', id, anchor: '#/Portal%3A%20Tickets/getPortalTicket' });
  }
}
