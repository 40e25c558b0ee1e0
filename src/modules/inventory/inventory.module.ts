import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database';
import { CatalogModule } from '../catalog';
import { ContactsModule } from '../contacts';
import { CompanyDevicesReader } from './company-devices.reader';
import { Device } from './device.entity';
import { DeviceFiles } from './device-files';
import { DeviceFilesController } from './device-files.controller';
import { DeviceList } from './device-list';
import { DeviceRows } from './device-rows';
import { DevicesController } from './devices.controller';
import { DeviceUsers } from './device-users';
import { DevicesReader } from './devices.reader';
import { DevicesService } from './devices.service';
import { PortalDevicesController } from './portal-devices.controller';
import { PrintersReader } from './printers.reader';

@Module({
  imports: [CatalogModule, ContactsModule],
  controllers: [DeviceFilesController, DevicesController, PortalDevicesController],
  providers: [
    ...tenantRepositories(Device),
    DevicesService,
    DeviceList,
    DeviceRows,
    DeviceFiles,
    DevicesReader,
    DeviceUsers,
    CompanyDevicesReader,
    PrintersReader,
  ],
  exports: [DeviceUsers, CompanyDevicesReader, DeviceFiles, DevicesReader, PrintersReader],
})
export class InventoryModule {}
