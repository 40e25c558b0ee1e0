import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { currentContact } from '../../../platform/context/context';
import {
  InjectTenantRepository,
  mapUniqueViolation,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { notFound, preconditionFailed, recordBusy } from '../../../platform/errors';
import { ShopAccess } from '../access/shop-access';
import { tooManyAddresses } from '../ordering.errors';
import { plainAddress } from '../orders/delivery-address';
import { SavedAddress } from './saved-address.entity';

/** What contacts enter. */
export type SavedAddressValues = Pick<SavedAddress, 'label' | 'address' | 'isDefault'>;

type NewAddress = Omit<SavedAddressValues, 'isDefault'> & Partial<SavedAddressValues>;

/** More than anybody looks through in a list of choices. */
const MAX_ADDRESSES = 50;

// Two have chosen another default at once.
const TWO_DEFAULTS = { delivery_addresses_default: recordBusy };

/** The delivery addresses of the acting contact's company; for whoever may order. */
@Injectable()
export class SavedAddressesService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly access: ShopAccess,
    @InjectTenantRepository(SavedAddress) private readonly addresses: TenantRepository<SavedAddress>,
  ) {}

  /** By their labels. @throws notFound where no shop is open */
  async all(): Promise<SavedAddress[]> {
    return this.of(await this.company());
  }

  /** @throws notFound */
  async get(id: string): Promise<SavedAddress> {
    const address = await this.addresses.findOne({ id, customerId: await this.company() });
    if (!address) throw notFound();
    return address;
  }

  /** @throws notFound, tooManyAddresses, recordBusy */
  create({ label, address, isDefault = false }: NewAddress): Promise<SavedAddress> {
    return this.transactions.run(async () => {
      const customerId = await this.company();
      const known = await this.of(customerId);
      if (known.length >= MAX_ADDRESSES) throw tooManyAddresses({ values: { max: MAX_ADDRESSES } });
      if (isDefault) await this.forgetDefault(customerId);
      const values = { customerId, label, address: plainAddress(address), isDefault };
      return mapUniqueViolation(TWO_DEFAULTS, () => this.addresses.insert(values));
    });
  }

  /** @throws notFound, preconditionFailed, recordBusy */
  update(id: string, version: number, wanted: Partial<SavedAddressValues>): Promise<SavedAddress> {
    return this.transactions.run(async () => {
      const customerId = await this.company();
      const saved = await this.addresses.lock({ id, customerId });
      if (!saved) throw notFound();
      if (saved.version !== version) throw preconditionFailed();
      const before = valuesOf(saved);
      const values = valuesOf({ ...before, ...wanted });
      if (isDeepStrictEqual(values, before)) return saved;
      if (values.isDefault && !before.isDefault) await this.forgetDefault(customerId);
      Object.assign(saved, values);
      return mapUniqueViolation(TWO_DEFAULTS, () => this.addresses.update(saved));
    });
  }

  /** @throws notFound */
  delete(id: string): Promise<void> {
    return this.transactions.run(async () => {
      const deleted = await this.addresses.delete({ id, customerId: await this.company() });
      if (deleted === 0) throw notFound();
    });
  }

  private of(customerId: string): Promise<SavedAddress[]> {
    return this.addresses.find({ customerId }, { order: { label: 'ASC', id: 'ASC' } });
  }

  private async forgetDefault(customerId: string): Promise<void> {
    const before = await this.addresses.lock({ customerId, isDefault: true });
    if (before) await this.addresses.update(Object.assign(before, { isDefault: false }));
  }

  /** Of the caller, who may order. @throws notFound where no shop is open */
  private async company(): Promise<string> {
    const { customerId } = currentContact();
    const openings = await this.access.openingsFor(customerId);
    if (openings.size === 0) throw notFound();
    return customerId;
  }
}

/** Nothing that is absent, and the address as it is shown. */
function valuesOf({ label, address, isDefault }: SavedAddressValues): SavedAddressValues {
  return { label, address: plainAddress(address), isDefault };
}
