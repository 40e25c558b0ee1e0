import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventPublisher } from './event-publisher';
import { HandlerRegistry } from './event-handlers';
import { JobRelay } from './job-relay';
import { JobQueue } from './job-queue';
import { WorkerService } from './worker.service';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [HandlerRegistry, JobRelay, JobQueue, EventPublisher, WorkerService],
  exports: [JobQueue, EventPublisher, WorkerService],
})
export class EventsModule implements OnModuleInit {
  constructor(private readonly handlers: HandlerRegistry) {}

  onModuleInit(): void {
    this.handlers.collect();
  }
}
