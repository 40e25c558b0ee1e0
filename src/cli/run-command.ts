import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import type { Config } from '../config/config';
import { COMMANDS } from './commands';
import type { CommandName, Options } from './usage';

/** Assembles the application for one command. @throws ConfigError, DomainError */
export async function runCommand(name: CommandName, options: Options, config: Config): Promise<void> {
  // What goes wrong is said in one line by the caller.
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: false,
    abortOnError: false,
  });
  await COMMANDS[name](app, options);
  await app.close();
}
