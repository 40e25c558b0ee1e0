import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordBusy } from '../../../platform/errors';
import { IfMatch } from '../../../platform/http/etag';
import { Requires } from '../../../platform/http/requires';
import {
  AccessoryDto,
  AccessoryListDto,
  ModelsOfArticleDto,
  presentAccessory,
  presentAccessorySet,
  presentModelOfArticle,
  PutAccessoryDto,
  PutAccessorySetDto,
} from './accessory.dto';
import { accessoryTwice, accessoryUnknown } from '../catalog.errors';
import { AccessoriesService } from './accessories.service';
import { AccessorySetsService } from './accessory-sets.service';

@ApiTags('Druckermodelle')
@Controller('api/v1/staff')
export class AccessoriesController {
  constructor(
    private readonly accessories: AccessoriesService,
    private readonly sets: AccessorySetsService,
  ) {}

  @Get('printer-models/:id/accessories')
  @Requires('STAFF', {
    id: 'listAccessories',
    summary: 'Zubehör eines Druckermodells',
    description: 'Nach Art und Bezeichnung, auch inaktive Artikel; die sieht der Kunde nicht.',
    versioned: 'read',
  })
  async list(@Param('id') printerModelId: string): Promise<AccessoryListDto> {
    return presentAccessorySet(await this.sets.of(printerModelId));
  }

  @Put('printer-models/:id/accessories')
  @Requires('STAFF', {
    id: 'putAccessorySet',
    errors: [accessoryUnknown, accessoryTwice, recordBusy],
    summary: 'Das ganze Zubehör eines Druckermodells auf einmal setzen',
    description:
      'Danach passt genau das, was Sie nennen; alles gilt auf einmal oder gar nicht. Den gelesenen Stand des Zubehörs senden Sie in If-Match.',
    versioned: 'edit',
  })
  async putSet(
    @Param('id') printerModelId: string,
    @IfMatch() version: number,
    @Body() { accessories }: PutAccessorySetDto,
  ): Promise<AccessoryListDto> {
    const wanted = accessories.map(({ yieldPages = null, ...accessory }) => ({ ...accessory, yieldPages }));
    return presentAccessorySet(await this.sets.put(printerModelId, version, wanted));
  }

  @Put('printer-models/:id/accessories/:articleId')
  @Requires('STAFF', {
    id: 'putAccessory',
    errors: [recordBusy],
    summary: 'Artikel als Zubehör hinterlegen',
    description:
      'Kunden können ihn danach im DruckerShop für jeden ihrer Drucker dieses Modells bestellen, auch ohne Freigabe für den OnlineShop. Ist er schon hinterlegt, ändern Sie so Art und Reichweite.',
  })
  async put(
    @Param('id') printerModelId: string,
    @Param('articleId') articleId: string,
    @Body() { kind, yieldPages = null }: PutAccessoryDto,
  ): Promise<AccessoryDto> {
    return presentAccessory(await this.accessories.put(printerModelId, articleId, { kind, yieldPages }));
  }

  @Delete('printer-models/:id/accessories/:articleId')
  @Requires('STAFF', {
    id: 'removeAccessory',
    errors: [recordBusy],
    summary: 'Zubehör entfernen',
    description: 'Der Artikel bleibt im Katalog, er passt nur nicht mehr zu diesem Modell.',
    status: 204,
  })
  async remove(@Param('id') printerModelId: string, @Param('articleId') articleId: string): Promise<void> {
    return this.accessories.remove(printerModelId, articleId);
  }

  @Get('articles/:id/printer-models')
  @Requires('STAFF', {
    id: 'listPrinterModelsOfArticle',
    summary: 'Zu welchen Druckermodellen passt ein Artikel?',
    description: 'Die Modelle, bei denen der Artikel als Zubehör hinterlegt ist.',
  })
  async modelsOf(@Param('id') articleId: string): Promise<ModelsOfArticleDto> {
    return { items: (await this.accessories.modelsOf(articleId)).map(presentModelOfArticle) };
  }
}
