import { Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sendCsv } from '../../../csv/csv-export';
import { ExportsCsv, ImportsCsv, DescribesTemplate } from '../../../csv/csv-routes';
import { templateOf } from '../../../csv/import-sheet';
import { ImportTemplateDto } from '../../../csv/import-template.dto';
import { UploadedFile, UploadedForm } from '../../../files/accepts-file';
import type { Upload } from '../../../files/spool';
import { customerUnknown } from '../contacts.errors';
import { CONTACT_SHEET, SHEET_OF_CUSTOMER } from './contact-columns';
import { ContactFiles } from './contact-files';
import { ContactImportForm, ContactTemplateQuery } from './contact-import.dto';
import { ContactImportReportDto, presentImport } from './contact-import-report.dto';

@ApiTags('Ansprechpartner')
@Controller('api/v1/staff/contacts')
export class ContactFilesController {
  constructor(private readonly files: ContactFiles) {}

  @Post('imports')
  @ImportsCsv({
    id: 'importContacts',
    summary: 'Ansprechpartner aus einer CSV-Datei anlegen und ändern',
    about:
      'Die E-Mail-Adresse sagt, wer gemeint ist; wer keine hat, wird am Namen bei seinem Kunden erkannt. Kunden müssen schon angelegt sein, und kein Ansprechpartner wechselt seinen Kunden. Eine Adresse, die da ist, ersetzt ein Import durch keine andere. Zugänge zum Kundenportal und Mails entstehen dabei nie; in `customers` steht, wer neue Ansprechpartner hat.',
    sheet: CONTACT_SHEET,
    form: ContactImportForm,
    errors: [customerUnknown],
  })
  async import(
    @UploadedFile() file: Upload,
    @UploadedForm() form: ContactImportForm,
  ): Promise<ContactImportReportDto> {
    return presentImport(await this.files.import(file, form));
  }

  @Get('imports/template')
  @DescribesTemplate({
    id: 'getContactImportTemplate',
    summary: 'Vorlage für den Import von Ansprechpartnern',
  })
  template(@Query() { ofCustomer }: ContactTemplateQuery): ImportTemplateDto {
    return templateOf(ofCustomer ? SHEET_OF_CUSTOMER : CONTACT_SHEET);
  }

  @Get('exports')
  @ExportsCsv({ id: 'exportContacts', summary: 'Alle Ansprechpartner als CSV-Datei laden' })
  export(): StreamableFile {
    return sendCsv(this.files.export());
  }
}
