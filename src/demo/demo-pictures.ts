import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ArticleImages, ArticleList } from '../modules/catalog';
import type { Upload } from '../files/spool';

/** Drawn by scripts/demo-pictures.mjs. */
const FOLDER = join(__dirname, 'data/pictures');

const PICTURES: Readonly<Record<string, string>> = {
  Trommeln: 'drum',
  Druckerverschleißteile: 'wear-part',
  Resttonerbehälter: 'waste-toner',
  Tinte: 'ink',
  Papier: 'paper',
  Etiketten: 'labels',
  Kabel: 'cable',
  Adapter: 'adapter',
  Monitore: 'monitor',
  Tastaturen: 'keyboard',
  Mäuse: 'mouse',
  Headsets: 'headset',
  Netzwerk: 'network',
  USV: 'ups',
  Speicher: 'storage',
  Konferenztechnik: 'conference',
  'Systeme auf Anfrage': 'system',
  Dockingstations: 'docking',
  'NAS und Festplatten': 'nas',
  'USB-Sticks': 'stick',
  Arbeitsspeicher: 'memory',
  Webcams: 'webcam',
  Kartenleser: 'card-reader',
};

const TONERS: Readonly<Record<string, string>> = {
  cyan: 'toner-cyan',
  magenta: 'toner-magenta',
  gelb: 'toner-yellow',
};

/** Gives the articles of a demo tenant their pictures, as staff would: by category, and toner by its colour. */
@Injectable()
export class DemoPictures {
  constructor(
    private readonly articles: ArticleList,
    private readonly images: ArticleImages,
  ) {}

  async attach(): Promise<void> {
    const files = new Map<string, Upload>();
    for (let cursor: string | undefined; ;) {
      const page = await this.articles.page({ limit: 100, cursor });
      for (const { id, name, category } of page.items) {
        const picture = pictureOf(name, category ?? '');
        if (!picture) continue;
        const file = files.get(picture) ?? (await pictureFile(picture));
        files.set(picture, file);
        await this.images.put(id, file);
      }
      if (!page.nextCursor) return;
      cursor = page.nextCursor;
    }
  }
}

function pictureOf(name: string, category: string): string | undefined {
  if (category !== 'Toner') return PICTURES[category];
  const colour = Object.keys(TONERS).find((each) => name.includes(each));
  return colour ? TONERS[colour] : 'toner-black';
}

/** As if somebody had uploaded it. */
export async function pictureFile(picture: string): Promise<Upload> {
  const fileName = `${picture}.png`;
  const path = join(FOLDER, fileName);
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, fileName, size: bytes.length, sha256, fields: {} };
}
