import { Module } from '@nestjs/common';
import { WebController } from './web.controller';

/** Serves the web app. */
@Module({ controllers: [WebController] })
export class WebModule {}
