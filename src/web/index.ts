export { setUpWebAssets } from './web-assets';
export { WebModule } from './web.module';
