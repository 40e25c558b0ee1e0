import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { SelectField } from '../../ui/fields';
import type { Choices } from '../choice-filter';
import { useCategories, useColleagues } from './choices';

interface ChoiceFieldProps {
  readonly name: string;
  readonly label: string;
  /** What it says where nothing is chosen. */
  readonly none: string;
  readonly choices: Choices;
  readonly chosen?: string;
}

/** A field in which nothing has to be chosen; not there where there is nothing to choose. */
export function ChoiceField({ name, label, none, choices, chosen = '' }: ChoiceFieldProps): ReactNode {
  if (choices.length === 0) return null;
  return (
    <SelectField name={name} label={label} defaultValue={chosen}>
      <option value="">{none}</option>
      {choices.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </SelectField>
  );
}

interface FieldProps {
  /** What was chosen before. */
  readonly chosen: string | undefined;
}

export function CategoryField({ chosen }: FieldProps): ReactNode {
  const { staffTickets: texts } = useTexts();
  const choices = useCategories();
  return (
    <ChoiceField
      name="categoryId"
      label={texts.category}
      none={texts.noCategory}
      choices={choices}
      chosen={chosen}
    />
  );
}

export function AssigneeField({ chosen }: FieldProps): ReactNode {
  const { staffTickets: texts } = useTexts();
  const choices = useColleagues();
  return (
    <ChoiceField
      name="assigneeId"
      label={texts.columns.assignee}
      none={texts.nobody}
      choices={choices}
      chosen={chosen}
    />
  );
}
