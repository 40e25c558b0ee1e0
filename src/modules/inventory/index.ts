export { DeviceUsers } from './device-users';
export { CompanyDevicesReader, type DeviceName } from './company-devices.reader';
export { DeviceFiles } from './device-files';
export { DevicesReader } from './devices.reader';
export { PrintersQuery } from './dto/printers.query';
export { InventoryModule } from './inventory.module';
export { type Printer, PrintersReader } from './printers.reader';
