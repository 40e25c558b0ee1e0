import type { ReactNode } from 'react';
import { SelectField, TextArea, TextField } from '../../ui/fields';
import type { Values } from '../../ui/values';

/** A field of a customer or contact, as its form shows it. */
export interface RecordField<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'lines';
  /** The id of a list of suggestions. */
  readonly list?: string;
  /** What can be chosen; the empty one is for what is not known. */
  readonly options?: readonly (readonly [value: string, label: string])[];
}

export type RecordOf<Name extends string> = Readonly<Partial<Record<Name, string | null>>>;

interface RecordFieldsProps<Name extends string> {
  readonly fields: readonly RecordField<Name>[];
  readonly start?: RecordOf<Name>;
}

export function RecordFields<Name extends string>({ fields, start }: RecordFieldsProps<Name>): ReactNode {
  return (
    <div className="record-fields">
      {fields.map(({ type = 'text', options, list, ...field }) => {
        const common = { ...field, defaultValue: start?.[field.name] ?? '' };
        if (options) {
          return (
            <SelectField key={field.name} {...common}>
              {options.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </SelectField>
          );
        }
        if (type === 'lines') return <TextArea key={field.name} {...common} rows={3} />;
        return <TextField key={field.name} {...common} type={type} list={list} autoComplete="off" />;
      })}
    </div>
  );
}

/** What of a record was typed over, with `null` for what was emptied. */
export function changesIn<Name extends string>(
  fields: readonly RecordField<Name>[],
  values: Values,
  before: RecordOf<Name>,
): Partial<Record<Name, string | null>> {
  const changes: Partial<Record<Name, string | null>> = {};
  for (const { name } of fields) {
    const value = values.optional(name) ?? null;
    if (value !== (before[name] ?? null)) changes[name] = value;
  }
  return changes;
}
