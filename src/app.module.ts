import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from './config/config';
import { ConfigModule } from './config/config.module';
import { DemoModule } from './demo/demo.module';
import { AuthModule, FreshProofModule } from './modules/auth';
import { CatalogModule } from './modules/catalog';
import { ContactsModule } from './modules/contacts';
import { DeparturesModule } from './modules/departures';
import { FirstStepsModule } from './modules/first-steps';
import { HandoverModule } from './modules/handover';
import { InboxModule } from './modules/inbox';
import { InventoryModule } from './modules/inventory';
import { LiveModule } from './modules/live';
import { MailDeliveriesModule } from './modules/mail-deliveries';
import { MeModule } from './modules/me';
import { OnlineShopModule } from './modules/online-shop';
import { OrderingModule } from './modules/ordering';
import { OverviewModule } from './modules/overview';
import { PrinterShopModule } from './modules/printer-shop';
import { RegistrationModule } from './modules/registration';
import { SearchModule } from './modules/search';
import { StaffModule } from './modules/staff';
import { StatisticsModule } from './modules/statistics';
import { TenantsModule } from './modules/tenants';
import { TicketsModule } from './modules/tickets';
import { WorkMailsModule } from './modules/work-mails';
import { AuditModule } from './platform/audit/audit.module';
import { CsvModule } from './csv/csv.module';
import { DatabaseModule } from './platform/database';
import { EventsModule } from './platform/events/events.module';
import { HealthModule } from './health/health.module';
import { HttpModule } from './platform/http/http.module';
import { LimitsModule } from './platform/limits/limits.module';
import { MailModule } from './mail/mail.module';
import { MetricsModule } from './metrics/metrics.module';
import { SecretsModule } from './platform/secrets/secrets.module';
import { WebModule } from './web';

const PLATFORM = [
  DatabaseModule,
  SecretsModule,
  EventsModule,
  AuditModule,
  LimitsModule,
  HttpModule,
  CsvModule,
  HealthModule,
  MetricsModule,
];
const MODULES = [
  TenantsModule,
  AuthModule,
  FreshProofModule,
  StaffModule,
  ContactsModule,
  TicketsModule,
  CatalogModule,
  InventoryModule,
  OrderingModule,
  OnlineShopModule,
  PrinterShopModule,
  MeModule,
  OverviewModule,
  SearchModule,
  StatisticsModule,
  RegistrationModule,
  InboxModule,
  HandoverModule,
  DeparturesModule,
  WorkMailsModule,
  MailDeliveriesModule,
  FirstStepsModule,
  LiveModule,
];

/** The composition root: its lists read as the architecture. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        ...PLATFORM,
        MailModule.with(config),
        ...MODULES,
        WebModule,
        ...(config.demoData ? [DemoModule] : []),
      ],
    };
  }
}
