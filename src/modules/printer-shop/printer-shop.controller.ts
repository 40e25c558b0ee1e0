import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SendsFile } from '../../files/download';
import { PictureQuery, sendPicture } from '../../files/versioned-file';
import { notFound } from '../../platform/errors';
import { Requires } from '../../platform/http/requires';
import { PrintersQuery } from '../inventory';
import {
  PrinterAccessoryListDto,
  presentAccessory,
  presentPrinter,
  PrinterShopPrinterDto,
  PrinterShopPrinterListDto,
} from './dto/printer-shop.dto';
import { PrinterShopPrinters } from './printer-shop-printers';

@ApiTags('Portal: DruckerShop')
@Controller('api/v1/portal/printer-shop/printers')
export class PrinterShopController {
  constructor(private readonly printers: PrinterShopPrinters) {}

  @Get()
  @Requires('CONTACT', {
    id: 'listPrinterShopPrinters',
    summary: 'Drucker der Firma auflisten',
    description: 'Alle Drucker aus dem Inventar, auch solche ohne Zubehör.',
    errors: [notFound],
  })
  async getPage(@Query() query: PrintersQuery): Promise<PrinterShopPrinterListDto> {
    const page = await this.printers.page(query);
    return { ...page, items: page.items.map(presentPrinter) };
  }

  @Get(':id')
  @Requires('CONTACT', {
    id: 'getPrinterShopPrinter',
    summary: 'Drucker lesen',
    description: 'Ein Drucker der eigenen Firma mit Standort und Seriennummer.',
  })
  async get(@Param('id') id: string): Promise<PrinterShopPrinterDto> {
    return presentPrinter(await this.printers.get(id));
  }

  @Get(':id/accessories')
  @Requires('CONTACT', {
    id: 'listPrinterAccessories',
    summary: 'Zubehör, das zu einem Drucker passt',
    description:
      '`openRequestSince` warnt, wenn dasselbe für diesen Drucker schon bestellt oder angefragt ist.',
  })
  async getAccessories(@Param('id') id: string): Promise<PrinterAccessoryListDto> {
    return { items: (await this.printers.accessoriesOf(id)).map(presentAccessory) };
  }

  @Get(':id/accessories/:articleId/image')
  @Requires('CONTACT', {
    id: 'downloadPrinterAccessoryImage',
    summary: 'Bild eines Zubehörs laden',
    description:
      'Nur wo `hasImage` es ankündigt. Mit der `imageVersion` als `?v=` darf der Browser es behalten; sonst lädt er es jedes Mal.',
  })
  @SendsFile()
  async getImage(
    @Param('id') id: string,
    @Param('articleId') articleId: string,
    @Query() query: PictureQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendPicture(reply, await this.printers.imageOf(id, articleId), query);
  }
}
