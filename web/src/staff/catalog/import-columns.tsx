import type { ReactNode } from 'react';
import { useImportTexts } from '../../i18n/import-texts';
import type { ImportColumn } from './imports';

/** What the columns of a file are for. */
export function ImportColumns({ columns }: { readonly columns: readonly ImportColumn[] }): ReactNode {
  const texts = useImportTexts();
  return (
    <table className="table import-columns" aria-label={texts.columnsLabel}>
      <thead>
        <tr>
          <th scope="col">{texts.column}</th>
          <th scope="col">{texts.content}</th>
          <th scope="col">{texts.example}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ name, otherNames, content, example, needed, key }) => (
          <tr key={name}>
            <th scope="row">
              <span lang="de">{name}</span>
              {(key || needed) && <span className="under">{key ? texts.isKey : texts.isNeeded}</span>}
            </th>
            <td>
              {content}
              {otherNames.length > 0 && (
                <span className="under">{texts.otherNames(otherNames.join(', '))}</span>
              )}
            </td>
            <td className="muted" lang="de">
              {example}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
