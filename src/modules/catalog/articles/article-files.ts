import { Injectable } from '@nestjs/common';
import { TableFiles } from '../../../csv/table-files';
import { ARTICLE_TABLE } from './article-columns';

/** Articles in CSV files. */
@Injectable()
export class ArticleFiles extends TableFiles {
  protected readonly table = ARTICLE_TABLE;
  protected readonly fileName = 'artikel.csv';
}
