import { Injectable } from '@nestjs/common';
import { TableFiles } from '../../../csv/table-files';
import { CUSTOMER_TABLE } from './customer-columns';

/** Customers in CSV files. */
@Injectable()
export class CustomerFiles extends TableFiles {
  protected readonly table = CUSTOMER_TABLE;
  protected readonly fileName = 'kunden.csv';
}
