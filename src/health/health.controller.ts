import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Pool } from 'pg';
import { within } from '../platform/within';
import { Audienced } from '../platform/http/access';
import { unavailable } from '../platform/errors';

const READY_WITHIN_MS = 1_500;

/** For the machines that watch over the program. */
@ApiExcludeController()
@Audienced('PUBLIC')
@Controller('health')
export class HealthController {
  constructor(private readonly pool: Pool) {}

  /** The process answers; it stays alive while the database is away. */
  @Get('live')
  live(): { status: string } {
    return { status: 'up' };
  }

  /** Requests can be served: the database answers. During shutdown the request does not get here. */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    const answered = await within(READY_WITHIN_MS, this.pool.query('SELECT 1'));
    if (!answered) throw unavailable();
    return { status: 'up' };
  }
}
