import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { currentLanguage } from '../../../platform/context/context';
import { textOf } from '../../../platform/errors';
import { Public } from '../../../platform/http/requires';
import { tokenInvalid } from '../../auth';
import { ConfirmationLinks } from '../confirmations/confirmation-links';
import { addressConfirmedAlready, registrationClosed, requestDecidedAlready } from '../registration.errors';
import { ConfirmRegistrationDto, RegistrationAcceptedDto, RegistrationRequestDto } from './registration.dto';
import { RegistrationRequestsService } from './registration-requests.service';

const ACCEPTED = {
  de: 'Vielen Dank. Wir haben Ihnen eine E-Mail gesendet, in der steht, wie es weitergeht. Erneut senden wir frühestens nach einer Stunde.',
  en: 'Thank you. We have sent you an e-mail with the next steps. It can be sent again after an hour at the earliest.',
};

@ApiTags('Öffentlich')
@Controller('api/v1/public')
export class PublicRegistrationsController {
  constructor(
    private readonly requests: RegistrationRequestsService,
    private readonly links: ConfirmationLinks,
  ) {}

  @Post('tenants/:slug/registrations')
  @Public({
    id: 'registerAtTenant',
    summary: 'Zugang zum Kundenportal anfragen',
    description:
      'Antwortet immer gleich, damit niemand erfährt, welche Adressen bekannt sind. Die Anfrage liegt sofort im Postkorb des Mandanten; die Adresse wird mit dem Link einer Mail bestätigt. Wer schon Zugang hat, erhält stattdessen einen Hinweis. Eine weitere Anfrage derselben Adresse ändert die erste nicht.',
    status: 202,
    errors: [registrationClosed],
  })
  async register(
    @Param('slug') slug: string,
    @Body() typed: RegistrationRequestDto,
  ): Promise<RegistrationAcceptedDto> {
    await this.requests.request(slug, typed);
    return { message: textOf(ACCEPTED, currentLanguage()) };
  }

  @Post('registrations/confirmations')
  @Public({
    id: 'confirmRegistration',
    summary: 'E-Mail-Adresse einer Registrierung mit dem Link aus der Mail bestätigen',
    description:
      'Der Link gilt 72 Stunden und kann einmal verwendet werden; ihn nur zu öffnen, verbraucht ihn nicht. Er führt zur Portaladresse des Mandanten, Pfad `/registration`, mit dem Token hinter `#token=`.',
    status: 204,
    errors: [tokenInvalid, addressConfirmedAlready, requestDecidedAlready],
  })
  async confirm(@Body() { token }: ConfirmRegistrationDto): Promise<void> {
    await this.links.confirm(token);
  }
}
