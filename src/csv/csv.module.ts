import { Global, Module } from '@nestjs/common';
import { CsvImporter } from './csv-importer';

@Global()
@Module({ providers: [CsvImporter], exports: [CsvImporter] })
export class CsvModule {}
