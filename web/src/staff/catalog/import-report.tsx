import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n';
import { useImportTexts } from '../../i18n/import-texts';
import { useTenant } from '../../session/tenant';
import { Facts } from '../../ui/facts';
import { Notice } from '../../ui/feedback';
import type { Mode, Report } from './imports';

interface ImportReportProps {
  readonly fileName: string;
  readonly report: Report;
  readonly onApply: (mode: Mode) => void;
}

/** What an import would do, with the cells that cannot be taken and the way to do it; or what it has done. */
export function ImportReport({ fileName, report, onApply }: ImportReportProps): ReactNode {
  const texts = useImportTexts();
  const format = useFormat();
  const { applied, rows, created, updated, unchanged, failed } = report;
  const changing = created + updated;
  return (
    <div className="stack" role="group" aria-label={applied ? texts.applied : texts.checked}>
      <Notice tone={applied ? 'good' : failed > 0 ? 'warn' : 'info'} role="alert">
        <p>
          <strong>{applied ? texts.applied : texts.checked}</strong> {fileName}
        </p>
        {!applied && (
          <p>{failed > 0 ? texts.hasBad(failed) : changing > 0 ? texts.allGood : texts.nothingNew}</p>
        )}
      </Notice>
      <Facts
        facts={[
          [texts.rows, format.number(rows)],
          [texts.created(applied), format.number(created)],
          [texts.updated(applied), format.number(updated)],
          [texts.unchanged, format.number(unchanged)],
          [texts.failed(applied), format.number(failed)],
        ]}
      />
      {applied && report.customers && report.customers.length > 0 && (
        <JoinedCustomers customers={report.customers} />
      )}
      {failed > 0 && <BadCells report={report} />}
      {!applied && changing > 0 && (
        <div className="actions">
          <button
            type="button"
            className="button primary"
            onClick={() => onApply(failed > 0 ? 'GOOD_ROWS_ONLY' : 'ALL_OR_NOTHING')}
          >
            {failed > 0 ? texts.applyGood(rows - failed) : texts.apply(rows)}
          </button>
        </div>
      )}
    </div>
  );
}

/** The way to those who are new, to give them access. */
function JoinedCustomers({ customers }: Required<Pick<Report, 'customers'>>): ReactNode {
  const texts = useImportTexts();
  const { slug } = useTenant();
  return (
    <nav aria-label={texts.joined}>
      <p>{texts.joined}</p>
      <ul className="points">
        {customers.map(({ id, number, name }) => (
          <li key={id}>
            <Link to="/staff/$slug/customers/$id" params={{ slug, id }} search={{ invite: true }}>
              {name} ({number})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function BadCells({ report: { errors, errorCount } }: { readonly report: Report }): ReactNode {
  const texts = useImportTexts();
  return (
    <>
      <table className="table bad-cells" aria-label={texts.badCells}>
        <thead>
          <tr>
            <th scope="col">{texts.line}</th>
            <th scope="col">{texts.column}</th>
            <th scope="col">{texts.cell}</th>
            <th scope="col">{texts.wrong}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map(({ line, column, columnName, cell, detail }) => (
            <tr key={`${line}/${column}`}>
              <th scope="row">{texts.lineNumber(line)}</th>
              <td lang="de">{columnName}</td>
              <td>{cell ? <mark>{cell}</mark> : <span className="muted">{texts.emptyCell}</span>}</td>
              <td>{detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {errorCount > errors.length && (
        <p className="muted small">{texts.firstOf(errors.length, errorCount)}</p>
      )}
    </>
  );
}
