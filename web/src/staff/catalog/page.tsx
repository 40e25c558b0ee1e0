// Loaded as one: who keeps the catalog goes to and fro between its pages; files come seldom.
export { ArticlesPage } from './articles-page';
export { DevicesPage } from '../devices/list-page';
export { PrinterModelPage } from './printer-model-page';
export { PrinterModelsPage } from './printer-models-page';
