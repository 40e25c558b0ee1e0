import { Upload } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import '../../styles/files.css';

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
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file && !busy) onFile(file);
  };
  return (
    <div
      className={over ? 'files over' : 'files'}
      role="group"
      aria-describedby={id}
      aria-busy={busy}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
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
