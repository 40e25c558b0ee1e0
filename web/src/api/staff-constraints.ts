// Made by scripts/web-schema.mjs from the OpenAPI document; do not edit.
export const acceptRegistrationDto = {
  role: { required: true },
  customerId: { required: false },
  newCustomer: { required: false },
  contactId: { required: false },
  acceptUnverified: { required: false },
} as const;

export const accessoryOfSetDto = {
  kind: { required: true, minLength: 1, maxLength: 100 },
  yieldPages: { required: false, minimum: 1, maximum: 10000000 },
  articleId: { required: true },
} as const;

export const activatePortalAccessDto = { role: { required: true } } as const;

export const addInboxNoteDto = { body: { required: true, minLength: 1, maxLength: 20000 } } as const;

export const addTicketCommentDto = {
  body: { required: true, minLength: 1, maxLength: 20000 },
  visibility: { required: true },
  status: { required: false },
  uploadIds: { required: false, maxItems: 20 },
} as const;

export const assignInboxItemDto = { assigneeId: { required: false } } as const;

export const cancelOrderDto = { reason: { required: true, minLength: 1, maxLength: 5000 } } as const;

export const createArticleDto = {
  description: { required: false, minLength: 1, maxLength: 5000 },
  manufacturer: { required: false, minLength: 1, maxLength: 100 },
  manufacturerNumber: { required: false, minLength: 1, maxLength: 60 },
  ean: { required: false, minLength: 1, maxLength: 20 },
  unit: { required: false, minLength: 1, maxLength: 30 },
  netPriceCents: { required: false, minimum: 0, maximum: 100000000 },
  vatRatePercent: { required: false, minimum: 0, maximum: 100 },
  category: { required: false, minLength: 1, maxLength: 100 },
  onlineShop: { required: false },
  active: { required: false },
  number: { required: true, minLength: 1, maxLength: 60 },
  name: { required: true, minLength: 1, maxLength: 200 },
} as const;

export const createCannedReplyDto = {
  name: { required: true, minLength: 1, maxLength: 100 },
  body: { required: true, minLength: 1, maxLength: 5000 },
} as const;

export const createContactDto = {
  firstName: { required: false, minLength: 1, maxLength: 100 },
  email: { required: false, maxLength: 254 },
  phone: { required: false, minLength: 1, maxLength: 50 },
  mobile: { required: false, minLength: 1, maxLength: 50 },
  position: { required: false, minLength: 1, maxLength: 100 },
  language: { required: false },
  notes: { required: false, minLength: 1, maxLength: 5000 },
  ticketMails: { required: false },
  lastName: { required: true, minLength: 1, maxLength: 100 },
} as const;

export const createCustomerDto = {
  street: { required: false, minLength: 1, maxLength: 200 },
  postalCode: { required: false, minLength: 1, maxLength: 20 },
  city: { required: false, minLength: 1, maxLength: 100 },
  country: { required: false, minLength: 2, maxLength: 2 },
  phone: { required: false, minLength: 1, maxLength: 50 },
  email: { required: false, maxLength: 254 },
  website: { required: false, maxLength: 500 },
  notes: { required: false, minLength: 1, maxLength: 5000 },
  name: { required: true, minLength: 1, maxLength: 200 },
  number: { required: false, minLength: 1, maxLength: 30 },
} as const;

export const createDeviceDto = {
  type: { required: false, minLength: 1, maxLength: 100 },
  printerModelId: { required: false },
  serialNumber: { required: false, minLength: 1, maxLength: 100 },
  assetTag: { required: false, minLength: 1, maxLength: 60 },
  location: { required: false, minLength: 1, maxLength: 200 },
  room: { required: false, minLength: 1, maxLength: 100 },
  userName: { required: false, minLength: 1, maxLength: 200 },
  status: { required: false },
  notes: { required: false, minLength: 1, maxLength: 5000 },
  name: { required: true, minLength: 1, maxLength: 200 },
} as const;

export const createPrinterModelDto = {
  manufacturer: { required: true, minLength: 1, maxLength: 100 },
  name: { required: true, minLength: 1, maxLength: 100 },
} as const;

export const createStaffUserDto = {
  name: { required: true, minLength: 1, maxLength: 120 },
  email: { required: true, maxLength: 254 },
  role: { required: true },
  language: { required: false },
  currentPassword: { required: false, minLength: 1, maxLength: 1024 },
} as const;

export const createTicketCategoryDto = {
  nameDe: { required: true, minLength: 1, maxLength: 60 },
  nameEn: { required: true, minLength: 1, maxLength: 60 },
  position: { required: false, minimum: 0, maximum: 9999 },
  shownToCustomers: { required: false },
} as const;

export const decideInboxItemDto = {
  decision: { required: true },
  message: { required: false, minLength: 1, maxLength: 5000 },
  validUntil: { required: false },
  lines: { required: false, maxItems: 500 },
  offerVersion: { required: false, minimum: 1, maximum: 1000000 },
  registration: { required: false },
  sendMail: { required: false },
} as const;

export const givePortalAccessesDto = {
  role: { required: true },
  contactIds: { required: true, maxItems: 100 },
  dryRun: { required: false },
} as const;

export const handOverWorkDto = { toId: { required: false }, deactivate: { required: false } } as const;

export const mergeTicketDto = { version: { required: true, minimum: 1, maximum: 999999999 } } as const;

export const moveContactDto = { customerId: { required: true }, role: { required: false } } as const;

export const moveTicketDto = { customerId: { required: true }, contactId: { required: false } } as const;

export const offerLineDto = {
  lineId: { required: true },
  netPriceCents: { required: true, minimum: 0, maximum: 100000000 },
} as const;

export const offerPricesDto = { lines: { required: true, maxItems: 500 } } as const;

export const putAccessoryDto = {
  kind: { required: true, minLength: 1, maxLength: 100 },
  yieldPages: { required: false, minimum: 1, maximum: 10000000 },
} as const;

export const putAccessorySetDto = { accessories: { required: true, maxItems: 500 } } as const;

export const putSavedTicketFiltersDto = { items: { required: true, maxItems: 20 } } as const;

export const recordTicketDto = {
  subject: { required: true, minLength: 1, maxLength: 200 },
  description: { required: true, minLength: 1, maxLength: 20000 },
  deviceId: { required: false },
  categoryId: { required: false },
  uploadIds: { required: false, maxItems: 20 },
  priority: { required: false },
  customerId: { required: false },
  contactId: { required: false },
  assigneeId: { required: false },
} as const;

export const renewOfferDto = {
  offerVersion: { required: true, minimum: 1, maximum: 1000000 },
  validUntil: { required: true },
  message: { required: false, minLength: 1, maxLength: 5000 },
  lines: { required: true, maxItems: 500 },
} as const;

export const resendMailsDto = { mailIds: { required: true, maxItems: 100 } } as const;

export const savedTicketFilterDto = {
  name: { required: true, minLength: 1, maxLength: 60 },
  view: { required: false },
  search: { required: false, minLength: 1, maxLength: 200 },
  priority: { required: false },
  categoryId: { required: false },
  assigneeId: { required: false },
  sort: { required: false },
} as const;

export const shopOverridesDto = { enabled: { required: false }, showPrices: { required: false } } as const;

export const shopSwitchesDto = { enabled: { required: false }, showPrices: { required: false } } as const;

export const updateArticleDto = {
  description: { required: false, minLength: 1, maxLength: 5000 },
  manufacturer: { required: false, minLength: 1, maxLength: 100 },
  manufacturerNumber: { required: false, minLength: 1, maxLength: 60 },
  ean: { required: false, minLength: 1, maxLength: 20 },
  unit: { required: false, minLength: 1, maxLength: 30 },
  netPriceCents: { required: false, minimum: 0, maximum: 100000000 },
  vatRatePercent: { required: false, minimum: 0, maximum: 100 },
  category: { required: false, minLength: 1, maxLength: 100 },
  onlineShop: { required: false },
  active: { required: false },
  number: { required: false, minLength: 1, maxLength: 60 },
  name: { required: false, minLength: 1, maxLength: 200 },
} as const;

export const updateCannedReplyDto = {
  name: { required: false, minLength: 1, maxLength: 100 },
  body: { required: false, minLength: 1, maxLength: 5000 },
} as const;

export const updateContactDto = {
  firstName: { required: false, minLength: 1, maxLength: 100 },
  email: { required: false, maxLength: 254 },
  phone: { required: false, minLength: 1, maxLength: 50 },
  mobile: { required: false, minLength: 1, maxLength: 50 },
  position: { required: false, minLength: 1, maxLength: 100 },
  language: { required: false },
  notes: { required: false, minLength: 1, maxLength: 5000 },
  ticketMails: { required: false },
  lastName: { required: false, minLength: 1, maxLength: 100 },
  currentPassword: { required: false, minLength: 1, maxLength: 1024 },
} as const;

export const updateCustomerDto = {
  street: { required: false, minLength: 1, maxLength: 200 },
  postalCode: { required: false, minLength: 1, maxLength: 20 },
  city: { required: false, minLength: 1, maxLength: 100 },
  country: { required: false, minLength: 2, maxLength: 2 },
  phone: { required: false, minLength: 1, maxLength: 50 },
  email: { required: false, maxLength: 254 },
  website: { required: false, maxLength: 500 },
  notes: { required: false, minLength: 1, maxLength: 5000 },
  name: { required: false, minLength: 1, maxLength: 200 },
  number: { required: false, minLength: 1, maxLength: 30 },
} as const;

export const updateCustomerShopSettingsDto = {
  onlineShop: { required: false },
  printerShop: { required: false },
} as const;

export const updateDeviceDto = {
  type: { required: false, minLength: 1, maxLength: 100 },
  printerModelId: { required: false },
  serialNumber: { required: false, minLength: 1, maxLength: 100 },
  assetTag: { required: false, minLength: 1, maxLength: 60 },
  location: { required: false, minLength: 1, maxLength: 200 },
  room: { required: false, minLength: 1, maxLength: 100 },
  userName: { required: false, minLength: 1, maxLength: 200 },
  status: { required: false },
  notes: { required: false, minLength: 1, maxLength: 5000 },
  name: { required: false, minLength: 1, maxLength: 200 },
} as const;

export const updateFirstStepsDto = {
  dismissed: { required: false },
  skip: { required: false },
  takeUp: { required: false },
} as const;

export const updatePrinterModelDto = {
  manufacturer: { required: false, minLength: 1, maxLength: 100 },
  name: { required: false, minLength: 1, maxLength: 100 },
} as const;

export const updateSettingsDto = {
  portalName: { required: false, minLength: 1, maxLength: 100 },
  portalUrl: { required: false, maxLength: 500 },
  accentColor: { required: false },
  defaultLanguage: { required: false },
  timeZone: { required: false, minLength: 1, maxLength: 60 },
  senderName: { required: false, minLength: 1, maxLength: 100 },
  senderAddress: { required: false, maxLength: 254 },
  replyTo: { required: false, maxLength: 254 },
  imprintUrl: { required: false, maxLength: 500 },
  privacyUrl: { required: false, maxLength: 500 },
  termsUrl: { required: false, maxLength: 500 },
  termsVersion: { required: false, minLength: 1, maxLength: 50 },
  registrationOpen: { required: false },
  contactsMayCloseTickets: { required: false },
  credentialsMail: { required: false },
  onlineShop: { required: false },
  printerShop: { required: false },
  currentPassword: { required: false, minLength: 1, maxLength: 1024 },
} as const;

export const updateStaffUserDto = {
  name: { required: false, minLength: 1, maxLength: 120 },
  email: { required: false, maxLength: 254 },
  role: { required: false },
  language: { required: false },
  active: { required: false },
  currentPassword: { required: false, minLength: 1, maxLength: 1024 },
} as const;

export const updateTicketCategoryDto = {
  nameDe: { required: false, minLength: 1, maxLength: 60 },
  nameEn: { required: false, minLength: 1, maxLength: 60 },
  position: { required: false, minimum: 0, maximum: 9999 },
  active: { required: false },
  shownToCustomers: { required: false },
} as const;

export const updateTicketDto = {
  status: { required: false },
  priority: { required: false },
  categoryId: { required: false },
  assigneeId: { required: false },
  subject: { required: false, minLength: 1, maxLength: 200 },
} as const;

export const withdrawOfferDto = {
  offerVersion: { required: true, minimum: 1, maximum: 1000000 },
  reason: { required: false, minLength: 1, maxLength: 5000 },
} as const;
