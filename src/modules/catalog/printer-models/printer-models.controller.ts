import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../../platform/http/etag';
import { recordBusy } from '../../../platform/errors';
import { Requires } from '../../../platform/http/requires';
import { printerModelTaken } from '../catalog.errors';
import {
  CreatePrinterModelDto,
  ListPrinterModelsQuery,
  PrinterModelDto,
  PrinterModelListDto,
  UpdatePrinterModelDto,
} from './printer-model.dto';
import { PrinterModelList } from './printer-model-list';
import { PrinterModelsService } from './printer-models.service';

@ApiTags('Druckermodelle')
@Controller('api/v1/staff/printer-models')
export class PrinterModelsController {
  constructor(
    private readonly models: PrinterModelsService,
    private readonly modelList: PrinterModelList,
  ) {}

  @Get()
  @Requires('STAFF', {
    id: 'listPrinterModels',
    summary: 'Druckermodelle suchen und auflisten',
    description:
      'Nach Hersteller und Name; eine Suche zeigt die besten Treffer zuerst. Mit der ID eines Modells hinterlegen Sie Zubehör und erfassen Sie im Inventar Drucker.',
  })
  async list(@Query() query: ListPrinterModelsQuery): Promise<PrinterModelListDto> {
    return this.modelList.page(query);
  }

  @Post()
  @Requires('STAFF', {
    id: 'createPrinterModel',
    summary: 'Druckermodell anlegen',
    description: 'Danach hinterlegen Sie sein Zubehör.',
    creates: true,
    versioned: 'read',
    errors: [printerModelTaken, recordBusy],
  })
  async create(@Body() body: CreatePrinterModelDto): Promise<PrinterModelDto> {
    return this.modelList.shown(await this.models.create(body));
  }

  @Get(':id')
  @Requires('STAFF', {
    id: 'getPrinterModel',
    summary: 'Druckermodell lesen',
    description: 'Mit dem Stand, den eine Änderung in If-Match nennt.',
    versioned: 'read',
  })
  async get(@Param('id') id: string): Promise<PrinterModelDto> {
    return this.modelList.detail(id);
  }

  @Patch(':id')
  @Requires('STAFF', {
    id: 'updatePrinterModel',
    summary: 'Druckermodell ändern',
    description:
      'Senden Sie nur, was sich ändern soll, und den gelesenen Stand im Kopf If-Match (z. B. "1"). Geräte und Zubehör bleiben, was sie sind.',
    versioned: 'edit',
    errors: [printerModelTaken, recordBusy],
  })
  async update(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() changes: UpdatePrinterModelDto,
  ): Promise<PrinterModelDto> {
    return this.modelList.shown(await this.models.update(id, version, changes));
  }
}
