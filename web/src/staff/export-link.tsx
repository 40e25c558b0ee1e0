import { FileDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import type { ImportKind } from './catalog/search';

/** All of a kind as a file, with the columns that its import reads. */
export function ExportLink({ kind }: { readonly kind: ImportKind }): ReactNode {
  const { common } = useTexts();
  return (
    <a className="button" href={`/api/v1/staff/${kind}/exports`} download>
      <FileDown size={18} aria-hidden />
      {common.exportList}
    </a>
  );
}
