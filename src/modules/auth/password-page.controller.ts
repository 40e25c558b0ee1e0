import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Audienced } from '../../platform/http/access';

const page = (name: string): string => readFileSync(join(__dirname, 'pages', name), 'utf8');

/** Where the links of mails lead as long as a tenant has no frontend of its own. Opening it uses nothing up. */
@ApiExcludeController()
@Audienced('PUBLIC')
@Controller('password')
export class PasswordPageController {
  private readonly html = page('password.html');
  private readonly css = page('password.css');
  private readonly js = page('password.js');

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  show(): string {
    return this.html;
  }

  @Get('password.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  style(): string {
    return this.css;
  }

  @Get('password.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  script(): string {
    return this.js;
  }
}
