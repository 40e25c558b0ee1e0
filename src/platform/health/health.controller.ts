import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Audienced } from '../http/access';

/** For the machines that watch over the program. */
@ApiExcludeController()
@Audienced('PUBLIC')
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  /** The process answers; it stays alive while the database is away. */
  @Get('live')
  live(): { status: string } {
    return { status: 'up' };
  }

  /** Requests can be served: the database answers. */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    await this.dataSource.query('SELECT 1');
    return { status: 'up' };
  }
}
