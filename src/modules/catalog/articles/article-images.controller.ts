import { Controller, Delete, Get, Param, Put, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AcceptsFile, UploadedFile } from '../../../files/accepts-file';
import { SendsFile, sendFile } from '../../../files/download';
import { UPLOAD_ERRORS } from '../../../files/files.errors';
import type { Upload } from '../../../files/spool';
import { Requires } from '../../../platform/http/requires';
import { imageTooLarge, imageTypeUnknown } from '../catalog.errors';
import { ArticleImageDto, presentArticleImage, PutArticleImageDto } from './article-image.dto';
import { ArticleImages } from './article-images';

@ApiTags('Materialkatalog')
@Controller('api/v1/staff/articles/:id/image')
export class ArticleImagesController {
  constructor(private readonly images: ArticleImages) {}

  @Put()
  @AcceptsFile(PutArticleImageDto)
  @Requires('STAFF', {
    id: 'putArticleImage',
    summary: 'Bild eines Artikels hochladen oder ersetzen',
    description:
      'PNG, JPEG oder WebP, höchstens 2 MiB. Die Shops zeigen es bei dem Artikel, dessen Stand (`version`) damit weiterzählt.',
    errors: [...UPLOAD_ERRORS, imageTypeUnknown, imageTooLarge],
  })
  async put(@Param('id') articleId: string, @UploadedFile() file: Upload): Promise<ArticleImageDto> {
    return presentArticleImage(await this.images.put(articleId, file));
  }

  @Get()
  @SendsFile()
  @Requires('STAFF', {
    id: 'downloadArticleImage',
    summary: 'Bild eines Artikels laden',
    description: 'Ob es eines gibt, zeigt `hasImage` am Artikel.',
  })
  async download(@Param('id') articleId: string): Promise<StreamableFile> {
    return sendFile(await this.images.open(articleId));
  }

  @Delete()
  @Requires('STAFF', {
    id: 'deleteArticleImage',
    summary: 'Bild eines Artikels entfernen',
    description: 'Der Artikel selbst bleibt.',
    status: 204,
  })
  async remove(@Param('id') articleId: string): Promise<void> {
    return this.images.remove(articleId);
  }
}
