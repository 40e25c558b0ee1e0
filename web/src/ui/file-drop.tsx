import { Paperclip, X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useFormat, useTexts } from '../i18n';
import { useSay } from './status';
import '../styles/files.css';

/** What the API takes. */
const MOST_BYTES = 25 * 1024 * 1024;
const DRAGS = ['dragover', 'dragleave', 'drop'] as const;

interface FileDropProps {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

/** Chooses files: by button, by dragging them onto it, by pasting into the form around it. */
export function FileDrop({ files, onChange }: FileDropProps): ReactNode {
  const { files: texts } = useTexts().tickets;
  const format = useFormat();
  const say = useSay();
  const id = useId();
  const zone = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const limit = format.bytes(MOST_BYTES);

  const add = (more: Iterable<File>): void => {
    const [...chosen] = more;
    const tooLarge = chosen.find(({ size }) => size > MOST_BYTES);
    const good = chosen.filter(({ size }) => size <= MOST_BYTES);
    if (good.length > 0) onChange([...files, ...good]);
    if (tooLarge) say(texts.tooLarge(tooLarge.name, limit));
    else if (good.length > 0) say(texts.dropped(good.length));
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
        <span className="muted small">{texts.limit(limit)}</span>
      </div>
      {files.length > 0 && (
        <ul className="chosen">
          {files.map((file, position) => (
            <li key={`${file.name}${position}`}>
              <span className="chosen-name">{file.name}</span>
              <span className="muted small nowrap">{format.bytes(file.size)}</span>
              <button
                type="button"
                className="icon-button"
                aria-label={texts.remove(file.name)}
                onClick={() => onChange(files.filter((other) => other !== file))}
              >
                <X size={18} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
