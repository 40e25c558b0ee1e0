import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { currentActor } from '../../platform/context/context';
import { Requires } from '../../platform/http/requires';
import { MeDto, presentMe } from './dto/me.dto';

@ApiTags('Anmeldung')
@Controller('api/v1/auth/me')
export class MeController {
  @Get()
  @Requires('ANYBODY_LOGGED_IN', {
    id: 'getMe',
    summary: 'Wer bin ich?',
    description: 'Person, Mandant und Rolle, wie sie jetzt gelten.',
  })
  me(): MeDto {
    return presentMe(currentActor());
  }
}
