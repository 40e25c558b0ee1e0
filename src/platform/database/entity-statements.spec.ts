import { Column, DataSource, Entity, In, IsNull, LessThan, Like, UpdateDateColumn } from 'typeorm';
import { EntityStatements } from './entity-statements';
import { Versioned } from './tenant-owned.entity';

@Entity('parcels')
class Parcel extends Versioned {
  @Column('text')
  label: string;

  @Column('jsonb', { name: 'marks_on_it', nullable: true })
  marks: string[] | null;

  @Column('date', { name: 'sent_on', nullable: true })
  sentOn: string | null;

  @Column({ type: 'text', name: 'sort_name', select: false, insert: false, update: false })
  sortName: string;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}

const TENANT = '01a21308-1573-74a1-8827-3bfc45084ca6';

class Unconnected extends DataSource {
  async prepare(): Promise<this> {
    await this.buildMetadatas();
    return this;
  }
}

describe('The statements of an entity', () => {
  let parcels: EntityStatements<Parcel>;

  beforeAll(async () => {
    const dataSource = await new Unconnected({ type: 'postgres', entities: [Parcel] }).prepare();
    parcels = new EntityStatements(Parcel, dataSource);
  });

  it('select the rows of one tenant, in one text however many values are sought', () => {
    const order = { sentOn: 'DESC', id: 'ASC' } as const;
    const one = parcels.select(TENANT, { label: In(['a']), sentOn: IsNull() }, { order, take: 5 });
    const three = parcels.select(
      TENANT,
      { label: In(['a', 'b', 'c']), sentOn: IsNull() },
      { order, take: 5 },
    );
    expect(three.sql).toBe(one.sql);
    expect(one.sql).toContain('t.tenant_id = $1::uuid AND t."label" = ANY($2) AND t."sent_on" IS NULL');
    expect(one.sql).toMatch(/ORDER BY t\."sent_on" DESC, t\."id" ASC LIMIT 5$/);
    expect(one.sql).not.toContain('sort_name');
    expect(three.parameters).toEqual([TENANT, ['a', 'b', 'c']]);
  });

  it('lock rows against concurrent changes', () => {
    expect(parcels.select(TENANT, { id: 'x' }, { take: 1, lock: true }).sql).toMatch(/LIMIT 1 FOR UPDATE$/);
  });

  it.each([undefined, null])('refuse a condition of %p, which would otherwise match everything', (label) => {
    const where = { label: label as unknown as string };
    for (const attempt of ['select', 'delete', 'exists'] as const) {
      expect(() => parcels[attempt](TENANT, where)).toThrow('A condition needs a value for label.');
    }
  });

  it('refuse what they do not know', () => {
    expect(() => parcels.select(TENANT, { label: Like('%') })).toThrow('Conditions know no like.');
    expect(() => parcels.select(TENANT, { colour: 'red' } as never)).toThrow('Parcel has no colour.');
  });

  it('insert many rows at once, and leave to the table what no row has', () => {
    const { sql, parameters } = parcels.insert(TENANT, [{ label: 'a', marks: ['x'] }, { label: 'b' }]);
    expect(sql).toBe(
      'INSERT INTO parcels AS t (tenant_id, "version", "label", "marks_on_it") ' +
        'VALUES ($1, $2, $3, $4), ($1, $5, $6, DEFAULT)',
    );
    expect(parameters).toEqual([TENANT, 1, 'a', '["x"]', 1, 'b']);
  });

  it('make a new row null in nullable columns where no value is given', () => {
    const parcel = parcels.instantiate({ label: 'a', sentOn: '2026-01-31' });
    expect(parcel).toEqual({ version: 1, label: 'a', marks: null, sentOn: '2026-01-31' });
  });

  it('count versions up and date changes by themselves, and never write what is computed', () => {
    const values = { label: 'b', updatedAt: new Date(), sortName: 'b', sentOn: () => 'now()' };
    const { sql, parameters } = parcels.update(TENANT, { id: 'x', sentOn: LessThan('2026-01-01') }, values);
    expect(sql).toBe(
      'UPDATE parcels AS t SET "label" = $4, "sent_on" = now(), version = t.version + 1, ' +
        '"updated_at" = CURRENT_TIMESTAMP WHERE t.tenant_id = $1::uuid AND t."id" = $2 AND t."sent_on" < $3',
    );
    expect(parameters).toEqual([TENANT, 'x', '2026-01-01', 'b']);
  });

  it('turn rows into entities, days into texts', () => {
    const parcel = parcels.entityOf({ label: 'a', sentOn: new Date(2026, 0, 31) });
    expect(parcel).toBeInstanceOf(Parcel);
    expect(parcel).toMatchObject({ label: 'a', sentOn: '2026-01-31' });
  });
});
