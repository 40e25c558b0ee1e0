import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database/tenant.repository';
import { CatalogModule } from '../catalog';
import { ContactsModule } from '../contacts';
import { Device } from './device.entity';
import { DeviceList } from './device-list';
import { DevicesController } from './devices.controller';
import { DevicesReader } from './devices.reader';
import { DevicesService } from './devices.service';
import { PrintersReader } from './printers.reader';

@Module({
  imports: [CatalogModule, ContactsModule],
  controllers: [DevicesController],
  providers: [...tenantRepositories(Device), DevicesService, DeviceList, DevicesReader, PrintersReader],
  exports: [DevicesService, DevicesReader, PrintersReader],
})
export class InventoryModule {}
