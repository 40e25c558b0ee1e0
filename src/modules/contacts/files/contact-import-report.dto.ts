import { ImportReportDto } from '../../../csv/import-report.dto';
import type { ContactImportReport } from './contact-files';

/** Ein Kunde mit neuen Ansprechpartnern. */
export class JoinedCustomerDto {
  id: string;
  number: string;
  name: string;
}

export class ContactImportReportDto extends ImportReportDto {
  /** Kunden, die neue Ansprechpartner haben, höchstens 100. */
  customers: JoinedCustomerDto[];
}

export function presentImport({ customers, ...report }: ContactImportReport): ContactImportReportDto {
  return { ...report, customers: customers.map(({ id, number, name }) => ({ id, number, name })) };
}
