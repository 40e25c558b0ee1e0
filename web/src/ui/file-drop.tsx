import { CircleAlert, CircleCheck, LoaderCircle, Paperclip, RotateCcw, WifiOff, X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useFormat, useTexts } from '../i18n';
import { useAnnounce } from './status';
import '../styles/files.css';

const DRAGS = ['dragover', 'dragleave', 'drop'] as const;
const SIGNS = { sending: LoaderCircle, waiting: WifiOff, sent: CircleCheck, failed: CircleAlert };
const SAID: readonly ChosenFile['state'][] = ['waiting', 'failed'];

export interface ChosenFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly state: keyof typeof SIGNS;
  /** Why it was refused. */
  readonly reason?: string;
  /** What is sent if it is tried again; absent where it was chosen before the page was loaded. */
  readonly file?: File;
}

interface FileDropProps {
  readonly chosen: readonly ChosenFile[];
  readonly limits: { readonly maxBytes: number; readonly maxPerMessage: number };
  readonly onAdd: (files: readonly File[]) => void;
  /** @param position among the chosen ones */
  readonly onRemove: (position: number) => void;
  readonly onRetry: (position: number) => void;
}

/** Chooses files: by button, by dragging them onto it, by pasting into the form around it. */
export function FileDrop({ chosen, limits, onAdd, onRemove, onRetry }: FileDropProps): ReactNode {
  const { files: texts } = useTexts();
  const format = useFormat();
  const announce = useAnnounce();
  const id = useId();
  const zone = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const limit = format.bytes(limits.maxBytes);

  const add = (list: Iterable<File>): void => {
    const files = [...list];
    const tooLarge = files.find(({ size }) => size > limits.maxBytes);
    const good = files.filter(({ size }) => size <= limits.maxBytes);
    const fitting = good.slice(0, limits.maxPerMessage - chosen.length);
    if (fitting.length > 0) onAdd(fitting);
    if (tooLarge) announce(texts.tooLarge(tooLarge.name, limit));
    else if (fitting.length < good.length) announce(texts.tooMany(limits.maxPerMessage));
    else if (fitting.length > 0) announce(texts.dropped(fitting.length));
  };
  useEffect(() => {
    const element = zone.current;
    const form = element?.closest('form');
    const paste = ({ clipboardData }: ClipboardEvent): void => {
      if (clipboardData?.files.length) add(clipboardData.files);
    };
    const drag = (event: DragEvent): void => {
      event.preventDefault();
      setOver(event.type === 'dragover');
      if (event.type === 'drop') add(event.dataTransfer?.files ?? []);
    };
    form?.addEventListener('paste', paste);
    DRAGS.forEach((type) => element?.addEventListener(type, drag));
    return () => {
      form?.removeEventListener('paste', paste);
      DRAGS.forEach((type) => element?.removeEventListener(type, drag));
    };
  });

  return (
    <div ref={zone} className={over ? 'files over' : 'files'} role="group" aria-labelledby={`${id}-title`}>
      <p id={`${id}-title`} className="visually-hidden">
        {texts.title}
      </p>
      <div className="files-add">
        <Paperclip size={18} aria-hidden />
        <span className="files-drag">{texts.drop}</span>
        <label className="button files-button">
          {texts.add}
          <input
            type="file"
            multiple
            className="visually-hidden"
            onChange={({ currentTarget }) => {
              add(currentTarget.files ?? []);
              currentTarget.value = '';
            }}
          />
        </label>
        <span className="muted small">{texts.limit(limit, limits.maxPerMessage)}</span>
      </div>
      {chosen.length > 0 && (
        <ul className="chosen">
          {chosen.map((one, position) => (
            <ChosenLine
              key={`${one.name}${position}`}
              one={one}
              onRemove={() => onRemove(position)}
              onRetry={() => onRetry(position)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface ChosenLineProps {
  readonly one: ChosenFile;
  readonly onRemove: () => void;
  readonly onRetry: () => void;
}

function ChosenLine({
  one: { name, size, state, reason, file },
  onRemove,
  onRetry,
}: ChosenLineProps): ReactNode {
  const { files: texts } = useTexts();
  const format = useFormat();
  const Sign = SIGNS[state];
  return (
    <li className={state}>
      <Sign size={18} aria-hidden />
      <span className="chosen-name">
        {name} <span className="muted small nowrap">{format.bytes(size)}</span>
        <span className={SAID.includes(state) ? `chosen-${state} small` : 'visually-hidden'}>
          {[texts.states[state], reason].filter(Boolean).join(': ')}
        </span>
      </span>
      {state === 'failed' && file && (
        <button type="button" className="icon-button" aria-label={texts.retry(name)} onClick={onRetry}>
          <RotateCcw size={18} aria-hidden />
        </button>
      )}
      <button type="button" className="icon-button" aria-label={texts.remove(name)} onClick={onRemove}>
        <X size={18} aria-hidden />
      </button>
    </li>
  );
}
