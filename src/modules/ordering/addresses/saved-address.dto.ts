import { Nested, Optional, Text, YesNo } from '../../../platform/http/validation/fields';
import { plainAddress } from '../orders/delivery-address';
import { DeliveryAddressDto } from '../orders/order-parts.dto';
import type { SavedAddress } from './saved-address.entity';

const MAX_LABEL = 60;

export class CreateSavedAddressDto {
  /** Wie die Firma den Ort nennt. */
  @Text({ max: MAX_LABEL, example: 'Lager Nord' })
  label: string;

  @Nested(() => DeliveryAddressDto)
  address: DeliveryAddressDto;

  /** Im Warenkorb vorgewählt, anstelle der bisherigen; ohne Angabe nein. */
  @Optional()
  @YesNo()
  isDefault?: boolean;
}

/** Was sich ändern soll; was fehlt, bleibt. Die Adresse ändert sich als Ganzes. */
export class UpdateSavedAddressDto {
  @Optional()
  @Text({ max: MAX_LABEL, example: 'Lager Süd' })
  label?: string;

  @Optional()
  @Nested(() => DeliveryAddressDto)
  address?: DeliveryAddressDto;

  /** Im Warenkorb vorgewählt, anstelle der bisherigen. */
  @Optional()
  @YesNo()
  isDefault?: boolean;
}

/** Eine gespeicherte Lieferadresse der Firma. */
export class SavedAddressDto {
  id: string;
  /** Stand; als ETag in If-Match zu senden. */
  version: number;
  /** @example Lager Nord */
  label: string;
  address: DeliveryAddressDto;
  /** Im Warenkorb vorgewählt; höchstens eine je Firma. */
  isDefault: boolean;
}

export class SavedAddressListDto {
  items: SavedAddressDto[];
}

export function presentSavedAddress({
  id,
  version,
  label,
  address,
  isDefault,
}: SavedAddress): SavedAddressDto {
  return { id, version, label, address: plainAddress(address), isDefault };
}
