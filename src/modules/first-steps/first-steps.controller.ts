import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { FirstStepsDto, UpdateFirstStepsDto } from './first-steps.dto';
import { FirstStepsService } from './first-steps.service';

@ApiTags('Mandanteneinstellungen')
@Controller('api/v1/staff/first-steps')
export class FirstStepsController {
  constructor(private readonly steps: FirstStepsService) {}

  @Get()
  @Requires('ADMIN', {
    id: 'getFirstSteps',
    summary: 'Erste Schritte lesen',
    description: 'Was getan ist, ergibt sich aus dem, was da ist.',
  })
  async get(): Promise<FirstStepsDto> {
    return present(await this.steps.view());
  }

  @Patch()
  @Requires('ADMIN', {
    id: 'updateFirstSteps',
    summary: 'Erste Schritte überspringen oder ausblenden',
    description: 'Gilt für alle Administratoren des Mandanten.',
  })
  async update(@Body() wanted: UpdateFirstStepsDto): Promise<FirstStepsDto> {
    return present(await this.steps.change(wanted));
  }
}

function present({ dismissed, steps }: Awaited<ReturnType<FirstStepsService['view']>>): FirstStepsDto {
  return { dismissed, steps: [...steps] };
}
