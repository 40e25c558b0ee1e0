import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notFound } from '../../platform/errors';
import { Requires } from '../../platform/http/requires';
import {
  accessoryDoesNotFit,
  cartFull,
  CartDto,
  CartFilling,
  cartLinesUnavailable,
  CartsService,
  CopiedOrderDto,
  CopyOrderDto,
  PortalOrderDetailDto,
  presentCart,
  presentCreatedOrder,
  presentCopiedOrder,
  PutCartItemDto,
  PutPrinterShopCartItemsDto,
  SUBMISSION_ERRORS,
  SubmissionProblem,
  SubmissionsService,
  SubmitCartDto,
} from '../ordering';
import { PrinterShop } from './printer-shop';

@ApiTags('Portal: DruckerShop')
@Controller('api/v1/portal/printer-shop')
export class PrinterShopCartController {
  constructor(
    private readonly shop: PrinterShop,
    private readonly carts: CartsService,
    private readonly filling: CartFilling,
    private readonly submissions: SubmissionsService,
  ) {}

  @Get('cart')
  @Requires('CONTACT', {
    id: 'getPrinterShopCart',
    summary: 'Warenkorb des DruckerShops lesen',
    description: 'Mit dem, was der Shop jetzt anbietet; `mode` sagt, was beim Absenden daraus wird.',
    errors: [notFound],
  })
  async getCart(): Promise<CartDto> {
    return presentCart(await this.carts.current(this.shop));
  }

  @Put('cart/items/:printerId/:articleId')
  @Requires('CONTACT', {
    id: 'putPrinterShopCartItem',
    summary: 'Zubehör für einen Drucker in den Warenkorb legen oder die Menge ändern',
    description:
      'Der Drucker muss zur Firma gehören und das Zubehör zu seinem Modell passen. Jeder Drucker hat seine eigenen Positionen.',
    errors: [cartFull, accessoryDoesNotFit],
  })
  async putItem(
    @Param('printerId') printerId: string,
    @Param('articleId') articleId: string,
    @Body() { quantity }: PutCartItemDto,
  ): Promise<CartDto> {
    return presentCart(await this.carts.put(this.shop, { articleId, printerId }, quantity));
  }

  @Put('cart/items')
  @Requires('CONTACT', {
    id: 'putPrinterShopCartItems',
    summary: 'Mehrere Positionen auf einmal in den Warenkorb legen',
    description: 'Jede mit ihrer Menge insgesamt. Fehlt eine im Shop, wird keine hineingelegt.',
    errors: [notFound, cartFull, cartLinesUnavailable],
  })
  async putItems(@Body() { items }: PutPrinterShopCartItemsDto): Promise<CartDto> {
    return presentCart(await this.filling.put(this.shop, items));
  }

  @Post('cart/copies')
  @Requires('CONTACT', {
    id: 'copyOrderToPrinterShopCart',
    summary: 'Erneut bestellen: eine Bestellung in den Warenkorb legen',
    description:
      'Legt die Positionen zu dem, was schon darin liegt, zu heutigen Preisen. Was es nicht mehr gibt, steht in `missing`.',
    creates: true,
    errors: [notFound, cartFull],
  })
  async copyOrder(@Body() { orderId }: CopyOrderDto): Promise<CopiedOrderDto> {
    return presentCopiedOrder(await this.filling.copy(this.shop, orderId));
  }

  @Delete('cart/items/:printerId/:articleId')
  @Requires('CONTACT', {
    id: 'deletePrinterShopCartItem',
    summary: 'Zubehör aus dem Warenkorb nehmen',
    description: 'Nur die Position für diesen Drucker.',
    status: 204,
  })
  async deleteItem(
    @Param('printerId') printerId: string,
    @Param('articleId') articleId: string,
  ): Promise<void> {
    await this.carts.remove(this.shop, { articleId, printerId });
  }

  @Post('submissions')
  @Requires('CONTACT', {
    id: 'submitPrinterShopCart',
    rateLimited: true,
    summary: 'Warenkorb des DruckerShops absenden',
    description:
      'Wo Preise gezeigt werden, wird er eine Bestellung, sonst eine Angebotsanfrage. Hat sich geändert, was angezeigt wurde, antwortet 409 mit den Änderungen; abgeschickt ist dann nichts.',
    creates: true,
    errors: [notFound, ...SUBMISSION_ERRORS],
    conflict: SubmissionProblem,
  })
  async submit(@Body() body: SubmitCartDto): Promise<PortalOrderDetailDto> {
    return presentCreatedOrder(await this.submissions.submit(this.shop, body));
  }
}
