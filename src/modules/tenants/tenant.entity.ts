import { Column, CreateDateColumn, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A system house. The directory of tenants is the one table that belongs to no tenant; it holds no secret. */
@Entity('tenants')
@Unique('tenants_slug', ['slug'])
export class Tenant {
  @PrimaryColumn('uuid')
  id: string;

  /** Names the tenant in addresses and at login; kept in its one form, see `canonicalSlug`. */
  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
