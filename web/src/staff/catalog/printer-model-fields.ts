import { createPrinterModelDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import type { RecordField } from '../customers/record-fields';

export function usePrinterModelFields(): readonly RecordField<'manufacturer' | 'name'>[] {
  const { fields: label } = useTexts().catalog.models;
  return (['manufacturer', 'name'] as const).map((name) => ({
    name,
    label: label[name],
    required: true,
    maxLength: limits[name].maxLength,
  }));
}
