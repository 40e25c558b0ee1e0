import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Config } from './config';

/** Token under which the validated configuration is injected. */
export const CONFIG = Symbol('CONFIG');

@Global()
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: CONFIG, useValue: config }], exports: [CONFIG] };
  }
}
