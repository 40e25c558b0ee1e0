import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ArticleFiles, PrinterModelFiles } from '../modules/catalog';
import { DeviceFiles } from '../modules/inventory';

const FOLDER = join(__dirname, 'data');

/** What a demo tenant sells and keeps: the files in data/, imported as staff would import them. */
@Injectable()
export class DemoCatalog {
  constructor(
    private readonly articles: ArticleFiles,
    private readonly printerModels: PrinterModelFiles,
    private readonly devices: DeviceFiles,
  ) {}

  /** The customers whose numbers the devices name are there. */
  async fill(slug: string): Promise<void> {
    // In this order: models name articles, devices name models.
    await this.articles.import(await fileOf(slug, 'articles.csv'), {});
    await this.printerModels.import(await fileOf(slug, 'printer-models.csv'), {});
    await this.devices.import(await fileOf(slug, 'devices.csv'), {});
  }
}

async function fileOf(
  slug: string,
  fileName: string,
): Promise<{ path: string; fileName: string; sha256: string }> {
  const path = join(FOLDER, slug, fileName);
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return { path, fileName, sha256 };
}
