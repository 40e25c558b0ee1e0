import { Upload } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import '../../styles/files.css';

const DRAGS = ['dragover', 'dragleave', 'drop'] as const;

interface FileZoneProps {
  /** What the button says. */
  readonly label: string;
  readonly hint: string;
  /** What is offered to choose from, e.g. `.csv`. */
  readonly accept: string;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}

/** Takes one file: by button, or dropped onto it. */
export function FileZone({ label, hint, accept, busy, onFile }: FileZoneProps): ReactNode {
  const id = useId();
  const zone = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file && !busy) onFile(file);
  };
  useEffect(() => {
    const element = zone.current;
    const drag = (event: DragEvent): void => {
      event.preventDefault();
      setOver(event.type === 'dragover');
      if (event.type === 'drop') take(event.dataTransfer?.files);
    };
    DRAGS.forEach((type) => element?.addEventListener(type, drag));
    return () => DRAGS.forEach((type) => element?.removeEventListener(type, drag));
  });
  return (
    <div
      ref={zone}
      className={over ? 'files over' : 'files'}
      role="group"
      aria-describedby={id}
      aria-busy={busy}
    >
      <div className="files-add">
        <label className="button files-button">
          <Upload size={18} aria-hidden />
          {label}
          <input
            type="file"
            accept={accept}
            className="visually-hidden"
            onChange={({ currentTarget }) => {
              take(currentTarget.files);
              currentTarget.value = '';
            }}
          />
        </label>
        <span id={id} className="muted small">
          {hint}
        </span>
      </div>
    </div>
  );
}
