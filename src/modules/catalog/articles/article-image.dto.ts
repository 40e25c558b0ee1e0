import { FileForm } from '../../../files/file-form';
import type { ArticleImage } from './article-images';

export class PutArticleImageDto extends FileForm {}

/** Was über das Bild eines Artikels bekannt ist. */
export class ArticleImageDto {
  /** Nach dem Inhalt bestimmt. @example image/png */
  contentType: string;
  /** Bytes. @example 20480 */
  size: number;
  /** SHA-256 der Datei, hexadezimal. */
  sha256: string;
  updatedAt: Date;
}

export function presentArticleImage({ contentType, size, sha256, updatedAt }: ArticleImage): ArticleImageDto {
  return { contentType, size, sha256, updatedAt };
}
