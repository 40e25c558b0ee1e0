import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Audienced } from '../../platform/http/access';

const page = (name: string): string => readFileSync(join(__dirname, 'pages', name), 'utf8');

/** Where the link of the confirmation mail leads as long as a tenant has no frontend of its own. Opening it confirms nothing. */
@ApiExcludeController()
@Audienced('PUBLIC')
@Controller('registration')
export class RegistrationPageController {
  private readonly html = page('registration.html');
  private readonly css = page('registration.css');
  private readonly js = page('registration.js');

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  show(): string {
    return this.html;
  }

  @Get('registration.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  style(): string {
    return this.css;
  }

  @Get('registration.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  script(): string {
    return this.js;
  }
}
