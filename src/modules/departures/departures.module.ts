import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts';
import { InventoryModule } from '../inventory';
import { OrderingModule } from '../ordering';
import { RegistrationModule } from '../registration';
import { TenantsModule } from '../tenants';
import { TicketsModule } from '../tickets';
import { ContactMoveController } from './contact-move.controller';
import { ContactMoveService } from './contact-move.service';
import { ErasureController } from './erasure.controller';
import { ErasureHousekeeping } from './erasure-housekeeping';
import { ErasureService } from './erasure.service';

/** People who leave a company: they are forgotten, or go on at another one. */
@Module({
  imports: [
    TenantsModule,
    ContactsModule,
    InventoryModule,
    TicketsModule,
    OrderingModule,
    RegistrationModule,
  ],
  controllers: [ErasureController, ContactMoveController],
  providers: [ErasureService, ErasureHousekeeping, ContactMoveService],
})
export class DeparturesModule {}
