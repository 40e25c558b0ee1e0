// Made by scripts/web-schema.mjs from the OpenAPI document; do not edit.
export const addPortalTicketCommentDto = {
  body: { required: true, minLength: 1, maxLength: 20000 },
  uploadIds: { required: false, maxItems: 20 },
} as const;

export const answerOfferDto = {
  decision: { required: true },
  offerVersion: { required: true, minimum: 1, maximum: 1000000 },
  note: { required: false, minLength: 1, maxLength: 2000 },
} as const;

export const cancelPortalOrderDto = { reason: { required: false, minLength: 1, maxLength: 2000 } } as const;

export const copyOrderDto = { orderId: { required: true } } as const;

export const createPortalTicketDto = {
  subject: { required: true, minLength: 1, maxLength: 200 },
  description: { required: true, minLength: 1, maxLength: 20000 },
  deviceId: { required: false },
  categoryId: { required: false },
  uploadIds: { required: false, maxItems: 20 },
  priority: { required: false },
  contactId: { required: false },
} as const;

export const createSavedAddressDto = {
  label: { required: true, minLength: 1, maxLength: 60 },
  address: { required: true },
  isDefault: { required: false },
} as const;

export const deliveryAddressDto = {
  company: { required: false, minLength: 1, maxLength: 200 },
  name: { required: false, minLength: 1, maxLength: 200 },
  street: { required: true, minLength: 1, maxLength: 200 },
  postalCode: { required: true, minLength: 1, maxLength: 20 },
  city: { required: true, minLength: 1, maxLength: 100 },
  country: { required: true, minLength: 2, maxLength: 2 },
} as const;

export const onlineShopCartLineDto = {
  articleId: { required: true },
  quantity: { required: true, minimum: 1, maximum: 999 },
} as const;

export const printerShopCartLineDto = {
  articleId: { required: true },
  quantity: { required: true, minimum: 1, maximum: 999 },
  printerId: { required: true },
} as const;

export const putCartItemDto = { quantity: { required: true, minimum: 1, maximum: 999 } } as const;

export const putOnlineShopCartItemsDto = { items: { required: true, maxItems: 100 } } as const;

export const putPrinterShopCartItemsDto = { items: { required: true, maxItems: 100 } } as const;

export const submitCartDto = {
  mode: { required: true },
  cartVersion: { required: false, minLength: 1, maxLength: 200 },
  expectedTotalNetCents: { required: false, minimum: 0, maximum: 20000000000000 },
  reference: { required: false, minLength: 1, maxLength: 100 },
  costCentre: { required: false, minLength: 1, maxLength: 100 },
  note: { required: false, minLength: 1, maxLength: 5000 },
  deliveryAddress: { required: false },
  termsVersion: { required: false, minLength: 1, maxLength: 50 },
} as const;

export const updateSavedAddressDto = {
  label: { required: false, minLength: 1, maxLength: 60 },
  address: { required: false },
  isDefault: { required: false },
} as const;
