import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { isProblem } from '../../api/problems';
import { useTexts } from '../../i18n';
import { printerModelQuery } from '../catalog/queries';
import { ModelSuggestions } from './model-suggestions';
import { modelCalled, modelName } from './queries';

const AFTER_TYPING_MS = 350;

interface ModelFilterProps {
  readonly modelId: string | undefined;
  readonly onChoose: (modelId: string | undefined) => void;
}

/** One printer model among all, by its name; emptied, all are shown again. */
export function ModelFilter({ modelId, onChoose }: ModelFilterProps): ReactNode {
  const { inventory: texts } = useTexts();
  const models = useId();
  const fieldError = useId();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<number>(undefined);
  const [unknown, setUnknown] = useState(false);
  const chosen = useQuery({ ...printerModelQuery(modelId ?? ''), enabled: modelId !== undefined });
  const { data: model } = chosen;
  // The address names one that is not there, or not any more.
  const lost = isProblem(chosen.error, 404);
  const name = model ? modelName(model) : '';
  useEffect(() => {
    if (input.current && name) input.current.value = name;
  }, [name]);
  useEffect(() => () => clearTimeout(timer.current), []);

  /** While somebody types, what is not the whole name yet is no mistake. */
  const choose = async (words: string, isTyping: boolean): Promise<void> => {
    clearTimeout(timer.current);
    if (words === name && !(lost && isTyping)) return;
    const id = words === '' ? undefined : await modelCalled(words);
    setUnknown(!isTyping && words !== '' && id === undefined);
    if (words === '' || id !== undefined) onChoose(id);
  };
  return (
    <ModelSuggestions id={models}>
      <div className="field">
        <input
          ref={input}
          name="printerModel"
          className="input"
          aria-label={texts.onlyModel}
          placeholder={texts.onlyModel}
          list={models}
          autoComplete="off"
          maxLength={100}
          aria-invalid={unknown || lost || undefined}
          aria-describedby={unknown || lost ? fieldError : undefined}
          onInput={({ currentTarget: { value } }) => {
            clearTimeout(timer.current);
            setUnknown(false);
            timer.current = window.setTimeout(() => void choose(value.trim(), true), AFTER_TYPING_MS);
          }}
          onBlur={({ currentTarget: { value } }) => void choose(value.trim(), false)}
        />
        {(unknown || lost) && (
          <p className="error small" id={fieldError}>
            {texts.modelUnknown}
          </p>
        )}
        {lost && (
          <button type="button" className="button" onClick={() => onChoose(undefined)}>
            {texts.allModels}
          </button>
        )}
      </div>
    </ModelSuggestions>
  );
}
