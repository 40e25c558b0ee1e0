import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { BrowserSessionsController } from './browser-sessions.controller';
import { MeController } from './me.controller';

@Module({ imports: [AuthModule], controllers: [BrowserSessionsController, MeController] })
export class MeModule {}
