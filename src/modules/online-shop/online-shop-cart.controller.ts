import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notFound } from '../../platform/errors';
import { Requires } from '../../platform/http/requires';
import {
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
  PutOnlineShopCartItemsDto,
  SUBMISSION_ERRORS,
  SubmissionProblem,
  SubmissionsService,
  SubmitCartDto,
} from '../ordering';
import { OnlineShop } from './online-shop';

@ApiTags('Portal: OnlineShop')
@Controller('api/v1/portal/online-shop')
export class OnlineShopCartController {
  constructor(
    private readonly shop: OnlineShop,
    private readonly carts: CartsService,
    private readonly filling: CartFilling,
    private readonly submissions: SubmissionsService,
  ) {}

  @Get('cart')
  @Requires('CONTACT', {
    id: 'getOnlineShopCart',
    summary: 'Warenkorb des OnlineShops lesen',
    description: 'Mit dem, was der Shop jetzt anbietet; `mode` sagt, was beim Absenden daraus wird.',
    errors: [notFound],
  })
  async getCart(): Promise<CartDto> {
    return presentCart(await this.carts.current(this.shop));
  }

  @Put('cart/items/:articleId')
  @Requires('CONTACT', {
    id: 'putOnlineShopCartItem',
    summary: 'Artikel in den Warenkorb legen oder die Menge ändern',
    description: 'Die Menge gilt insgesamt, sie wird nicht zur bisherigen addiert.',
    errors: [cartFull],
  })
  async putItem(
    @Param('articleId') articleId: string,
    @Body() { quantity }: PutCartItemDto,
  ): Promise<CartDto> {
    return presentCart(await this.carts.put(this.shop, { articleId, printerId: null }, quantity));
  }

  @Put('cart/items')
  @Requires('CONTACT', {
    id: 'putOnlineShopCartItems',
    summary: 'Mehrere Positionen auf einmal in den Warenkorb legen',
    description: 'Jede mit ihrer Menge insgesamt. Fehlt eine im Shop, wird keine hineingelegt.',
    errors: [notFound, cartFull, cartLinesUnavailable],
  })
  async putItems(@Body() { items }: PutOnlineShopCartItemsDto): Promise<CartDto> {
    const lines = items.map(({ articleId, quantity }) => ({ articleId, quantity, printerId: null }));
    return presentCart(await this.filling.put(this.shop, lines));
  }

  @Post('cart/copies')
  @Requires('CONTACT', {
    id: 'copyOrderToOnlineShopCart',
    summary: 'Erneut bestellen: eine Bestellung in den Warenkorb legen',
    description:
      'Legt die Positionen zu dem, was schon darin liegt, zu heutigen Preisen. Was es nicht mehr gibt, steht in `missing`.',
    creates: true,
    errors: [notFound, cartFull],
  })
  async copyOrder(@Body() { orderId }: CopyOrderDto): Promise<CopiedOrderDto> {
    return presentCopiedOrder(await this.filling.copy(this.shop, orderId));
  }

  @Delete('cart/items/:articleId')
  @Requires('CONTACT', {
    id: 'deleteOnlineShopCartItem',
    summary: 'Artikel aus dem Warenkorb nehmen',
    description: 'Auch einen, den der Shop nicht mehr anbietet.',
    status: 204,
  })
  async deleteItem(@Param('articleId') articleId: string): Promise<void> {
    await this.carts.remove(this.shop, { articleId, printerId: null });
  }

  @Post('submissions')
  @Requires('CONTACT', {
    id: 'submitOnlineShopCart',
    rateLimited: true,
    summary: 'Warenkorb des OnlineShops absenden',
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
