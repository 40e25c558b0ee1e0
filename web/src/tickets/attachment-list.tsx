import { FileDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../i18n';
import type { Attachment } from './timeline';
import '../styles/files.css';

interface AttachmentListProps {
  /** Of the ticket, in the API of the area. */
  readonly ticket: string;
  readonly files: readonly Attachment[];
}

/** Files that came with a message; pictures are shown. */
export function AttachmentList({ ticket, files }: AttachmentListProps): ReactNode {
  const { files: texts } = useTexts();
  const format = useFormat();
  if (files.length === 0) return null;
  return (
    <ul className="attachments" aria-label={texts.title}>
      {files.map(({ id, fileName, size, hasPreview }) => (
        <li key={id}>
          <a href={`${ticket}/attachments/${id}`} download>
            {hasPreview && (
              <img src={`${ticket}/attachments/${id}/preview`} alt="" loading="lazy" decoding="async" />
            )}
            <FileDown size={18} aria-hidden />
            <span>{fileName}</span>
            <span className="muted small nowrap">{format.bytes(size)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
