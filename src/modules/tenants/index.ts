export { TenantsModule } from './tenants.module';
export { TenantsService } from './tenants.service';
