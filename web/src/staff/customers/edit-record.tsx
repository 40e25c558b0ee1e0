import { type ReactNode, useState } from 'react';
import { isProblem } from '../../api/problems';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/feedback';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { Refused } from '../refused';
import { changesIn, type RecordField, RecordFields, type RecordOf } from './record-fields';

interface EditRecordProps<Name extends string, Stored extends RecordOf<Name> & { readonly version: number }> {
  readonly title: string;
  readonly fields: readonly RecordField<Name>[];
  readonly record: Stored;
  readonly onClose: () => void;
  /** The current state, after a concurrent change. */
  readonly read: () => Promise<Stored>;
  /** @throws Problem */
  readonly save: (
    version: number,
    changes: Partial<Record<Name, string | null>>,
    values: Values,
  ) => Promise<void>;
  readonly children?: ReactNode;
}

/**
 * Changes a record. Where somebody else has changed it meanwhile, what this person has not touched becomes as it is now,
 * and what both have changed is said; what the form does not show is in nobody's way.
 */
export function EditRecord<
  Name extends string,
  Stored extends RecordOf<Name> & { readonly version: number },
>({ title, fields, record, onClose, read, save, children }: EditRecordProps<Name, Stored>): ReactNode {
  const { customers: texts, common } = useTexts();
  const announce = useAnnounce();
  // The state when the form was opened: a background refresh does not change what the user edits.
  const [opened] = useState(record);
  const [before, setBefore] = useState(opened);
  const [meanwhile, setMeanwhile] = useState<readonly (readonly [label: string, value: string])[]>();

  const differing = (now: Stored): typeof fields =>
    fields.filter(({ name }) => (now[name] ?? '') !== (before[name] ?? ''));
  const takeOver = (form: HTMLFormElement, now: Stored): void => {
    const changed = differing(now);
    for (const { name } of changed) {
      const input = form.elements.namedItem(name) as HTMLInputElement | null;
      if (input && input.value.trim() === (before[name] ?? '')) input.value = now[name] ?? '';
    }
    setMeanwhile(changed.map((field) => [field.label, shown(field, now[field.name] ?? '–')]));
    setBefore(now);
  };
  /** @returns what somebody else has meanwhile made of it, where that is to be seen first */
  const store = async (values: Values, version: number): Promise<Stored | undefined> => {
    const changes = changesIn(fields, values, before);
    try {
      if (Object.keys(changes).length > 0) await save(version, changes, values);
      return undefined;
    } catch (error) {
      if (isProblem(error, 404)) throw new Refused(texts.goneMeanwhile);
      if (!isProblem(error, 412)) throw error;
      const now = await read();
      return differing(now).length > 0 ? now : store(values, now.version);
    }
  };
  const send = async (values: Values, form: HTMLFormElement): Promise<void> => {
    const now = await store(values, before.version);
    if (now) {
      takeOver(form, now);
      return;
    }
    onClose();
    announce(texts.saved);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Form label={title} onSend={send}>
        {meanwhile && (
          <Notice tone="warn" role="alert">
            <p>{texts.changedMeanwhile}</p>
            <ul>
              {meanwhile.map(([label, value]) => (
                <li key={label}>
                  {label}: {value}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <RecordFields fields={fields} start={opened} />
        {children}
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{texts.save}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}

function shown({ options }: RecordField<string>, value: string): string {
  return options?.find(([option]) => option === value)?.[1] ?? value;
}
