import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { imageSize } from 'image-size';
import { AuditLog } from '../../../platform/audit/audit-log';
import {
  InjectTenantRepository,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { contentTypeOf } from '../../../files/content-type';
import { singleChunkStream, PICTURE_ENDINGS } from '../../../files/pictures';
import type { Upload } from '../../../files/spool';
import type { VersionedDownload } from '../../../files/versioned-file';
import { notFound } from '../../../platform/errors';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { settingsChanged } from '../settings.events';
import { type Logo, TenantSettings } from '../tenant-settings.entity';
import { logoTooLarge, logoTypeUnknown } from '../tenants.errors';
import { TenantsService } from '../tenants.service';

const MAX_BYTES = 256 * 1024;
/** Browsers hold a picture in memory as large as it is, however small its file. */
const MAX_SIDE = 2_000;

/** The logo of a tenant, if it has one: small enough to be read and written as a whole. */
@Injectable()
export class Logos {
  constructor(
    private readonly transactions: TransactionService,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
    private readonly tenants: TenantsService,
    @InjectTenantRepository(TenantSettings) private readonly settings: TenantRepository<TenantSettings>,
  ) {}

  /** @throws logoTooLarge, logoTypeUnknown */
  async put({ path, size, sha256 }: Upload): Promise<TenantSettings> {
    if (size > MAX_BYTES) throw logoTooLarge({ pointer: '/file' });
    const contentType = await contentTypeOf(path);
    if (!(contentType in PICTURE_ENDINGS)) throw logoTypeUnknown({ pointer: '/file' });
    const bytes = await readFile(path);
    const area = areaOf(bytes);
    if (!area) throw logoTypeUnknown({ pointer: '/file' });
    if (area.width > MAX_SIDE || area.height > MAX_SIDE) throw logoTooLarge({ pointer: '/file' });
    return this.transactions.run(async () => {
      const changed = await this.change({ version: sha256.slice(0, 16), ...area });
      await this.transactions.query(
        `INSERT INTO tenant_logos (tenant_id, content_type, size, sha256, bytes) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (tenant_id) DO UPDATE SET content_type = EXCLUDED.content_type, size = EXCLUDED.size,
           sha256 = EXCLUDED.sha256, bytes = EXCLUDED.bytes`,
        [this.transactions.tenantId, contentType, size, sha256, bytes],
      );
      return changed;
    });
  }

  /** @throws notFound where there is none */
  remove(): Promise<void> {
    return this.transactions.run(async () => {
      await this.change(null);
      await this.transactions.query('DELETE FROM tenant_logos WHERE tenant_id = $1', [
        this.transactions.tenantId,
      ]);
    });
  }

  /** For anybody. @throws notFound */
  async open(slug: string): Promise<VersionedDownload> {
    const tenantId = await this.tenants.idOf(slug);
    if (!tenantId) throw notFound();
    const [logo] = await this.transactions.runFor(tenantId, () =>
      this.transactions.query<{ content_type: string; size: number; version: string; bytes: Buffer }>(
        `SELECT content_type, size, left(sha256, 16) AS version, bytes FROM tenant_logos WHERE tenant_id = $1`,
        [tenantId],
      ),
    );
    if (!logo) throw notFound();
    const { content_type: contentType, size, version, bytes } = logo;
    return {
      fileName: `logo.${PICTURE_ENDINGS[contentType] ?? ''}`,
      contentType,
      size,
      version,
      bytes: singleChunkStream(bytes),
    };
  }

  /** The logo is part of the settings, so their version counts on. */
  private async change(logo: Logo | null): Promise<TenantSettings> {
    const settings = await this.settings.lock({});
    if (!settings || (!logo && !settings.logo)) throw notFound();
    await this.settings.update(Object.assign(settings, { logo }));
    await this.events.publish(settingsChanged, { visibility: 'INTERNAL' });
    await this.audit.record({
      action: 'settings.changed',
      objectType: 'TenantSettings',
      objectId: settings.id,
      changes: { logo },
    });
    return settings;
  }
}

/** In pixels, as the picture itself says; nothing where it makes no sense. */
function areaOf(bytes: Buffer): Pick<Logo, 'width' | 'height'> | undefined {
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch {
    return undefined;
  }
}
