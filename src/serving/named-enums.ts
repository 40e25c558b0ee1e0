import type { OpenAPIObject } from '@nestjs/swagger';

interface Schema {
  $ref?: string;
  type?: unknown;
  enum?: readonly unknown[];
  /** Before 3.1, which lists null among the values. */
  nullable?: boolean;
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

/** Each is named after one property that has its values; wherever the document lists the same values, it refers to the name. */
const NAMES = {
  TicketStatus: 'TicketDto.status',
  TicketPriority: 'TicketDto.priority',
  TicketEvent: 'TicketHistoryEntryDto.event',
  Visibility: 'TicketCommentDto.visibility',
  OrderKind: 'OrderDto.kind',
  OrderStatus: 'OrderDto.status',
  ShopKind: 'OrderDto.shop',
  OfferAnswer: 'AnswerOfferDto.decision',
  CartChange: 'CartChangeDto.change',
  UnavailableReason: 'CartItemDto.reason',
  ShopOverride: 'ShopOverridesStateDto.enabled',
  DeviceStatus: 'DeviceDto.status',
  InboxItemType: 'InboxItemDto.type',
  InboxItemState: 'InboxItemDto.state',
  InboxDecision: 'DecideInboxItemDto.decision',
  InboxEvent: 'InboxNoteDto.event',
  PortalRole: 'ActivatePortalAccessDto.role',
  PortalAccessState: 'PortalAccessDto.state',
  StaffRole: 'StaffUserDto.role',
  PrincipalKind: 'MeDto.kind',
  Capability: 'MeDto.capabilities',
  Language: 'SettingsDto.defaultLanguage',
  CompanyMails: 'UpdateMeDto.companyMails',
  WorkMails: 'WorkMailsDto.inbox',
  MailState: 'MailDeliveryDto.state',
  MailProblem: 'MailProblemDto.code',
  FirstStep: 'FirstStepDto.step',
} as const;

/** Gives enums of the document their names, so that clients that are made from it have one type for each. */
export function nameEnums(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const named = new Map<string, string>();
  for (const [name, property] of Object.entries(NAMES)) {
    const values = valuesOf(schemas, property);
    if (name in schemas || named.has(keyOf(values))) throw new Error(`${name} is there already.`);
    named.set(keyOf(values), name);
    schemas[name] = { type: 'string', enum: values };
  }
  const own = new Set(Object.keys(NAMES).map((name) => schemas[name]));
  visit(document, (schema) => {
    const name = schema.enum && !schema.nullable && named.get(keyOf(schema.enum));
    if (name && !own.has(schema)) refer(schema, `#/components/schemas/${name}`);
  });
}

function valuesOf(schemas: Readonly<Record<string, Schema>>, property: string): readonly unknown[] {
  const [model = '', field = ''] = property.split('.');
  const schema = schemas[model]?.properties?.[field];
  const values = schema?.enum ?? schema?.items?.enum;
  if (!values) throw new Error(`${property} lists no values.`);
  return values;
}

/** In whatever order they are listed. */
function keyOf(values: readonly unknown[]): string {
  return [...values].map(String).sort().join();
}

/** What is said of the values here, e.g. an example, stays beside the reference. */
function refer(schema: Schema, $ref: string): void {
  delete schema.enum;
  delete schema.type;
  if (Object.keys(schema).length === 0) schema.$ref = $ref;
  else schema.allOf = [{ $ref }];
}

function visit(node: unknown, each: (schema: Schema) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('enum' in node && Array.isArray(node.enum)) each(node as Schema);
  else for (const child of Object.values(node)) visit(child, each);
}
