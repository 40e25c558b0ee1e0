import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from './config/config';
import { ConfigModule } from './config/config.module';
import { TenantsModule } from './modules/tenants';
import { DatabaseModule } from './platform/database/database.module';
import { EventsModule } from './platform/events/events.module';
import { HealthModule } from './platform/health/health.module';
import { HttpModule } from './platform/http/http.module';
import { MetricsModule } from './platform/metrics/metrics.module';

/** The composition root: its imports read as the architecture. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule,
        EventsModule,
        HttpModule,
        HealthModule,
        MetricsModule,
        TenantsModule,
      ],
    };
  }
}
