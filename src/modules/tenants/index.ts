export { MailBrands } from './mail-brands';
export { settingsChanged } from './settings.events';
export { SettingsService } from './settings.service';
export { TenantsModule } from './tenants.module';
export { TenantsService } from './tenants.service';
