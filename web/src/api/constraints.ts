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

export const changePasswordDto = {
  currentPassword: { required: true, minLength: 1, maxLength: 1024 },
  newPassword: { required: true, minLength: 1, maxLength: 1024 },
} as const;

export const confirmRegistrationDto = { token: { required: true, minLength: 1, maxLength: 500 } } as const;

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

export const endSessionsDto = {
  currentPassword: { required: true, minLength: 1, maxLength: 1024 },
  sessionId: { required: false },
} as const;

export const loginDto = {
  tenant: { required: true, minLength: 1, maxLength: 63 },
  email: { required: true, maxLength: 254 },
  password: { required: true, minLength: 1, maxLength: 1024 },
} as const;

export const onlineShopCartLineDto = {
  articleId: { required: true },
  quantity: { required: true, minimum: 1, maximum: 999 },
} as const;

export const passwordLinkDto = { token: { required: true, minLength: 1, maxLength: 500 } } as const;

export const passwordResetDto = {
  token: { required: true, minLength: 1, maxLength: 500 },
  newPassword: { required: true, minLength: 1, maxLength: 1024 },
} as const;

export const passwordResetRequestDto = {
  tenant: { required: true, minLength: 1, maxLength: 63 },
  email: { required: true, maxLength: 254 },
} as const;

export const printerShopCartLineDto = {
  articleId: { required: true },
  quantity: { required: true, minimum: 1, maximum: 999 },
  printerId: { required: true },
} as const;

export const putCartItemDto = { quantity: { required: true, minimum: 1, maximum: 999 } } as const;

export const putOnlineShopCartItemsDto = { items: { required: true, maxItems: 100 } } as const;

export const putPrinterShopCartItemsDto = { items: { required: true, maxItems: 100 } } as const;

export const refreshDto = { refreshToken: { required: true, minLength: 1, maxLength: 500 } } as const;

export const registrationRequestDto = {
  company: { required: true, minLength: 1, maxLength: 200 },
  firstName: { required: false, minLength: 1, maxLength: 100 },
  lastName: { required: true, minLength: 1, maxLength: 100 },
  email: { required: true, maxLength: 254 },
  phone: { required: false, minLength: 1, maxLength: 50 },
  message: { required: false, minLength: 1, maxLength: 2000 },
  language: { required: false },
  privacyAccepted: { required: false },
} as const;

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

export const updateMeDto = {
  language: { required: false },
  ticketMails: { required: false },
  companyMails: { required: false },
  workMails: { required: false },
} as const;

export const updateSavedAddressDto = {
  label: { required: false, minLength: 1, maxLength: 60 },
  address: { required: false },
  isDefault: { required: false },
} as const;

export const updateWorkMailsDto = {
  unassignedTickets: { required: false },
  myTickets: { required: false },
  inbox: { required: false },
} as const;
