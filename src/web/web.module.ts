import { Module } from '@nestjs/common';
import { AuthModule } from '../modules/auth';
import { TenantsModule } from '../modules/tenants';
import { Visitors } from './visitors';
import { WebController } from './web.controller';

/** Serves the web app. */
@Module({ imports: [AuthModule, TenantsModule], controllers: [WebController], providers: [Visitors] })
export class WebModule {}
