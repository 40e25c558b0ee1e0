import type { Api } from './support/api';
import { addArticle } from './support/seed-catalog';
import { makeWorld } from './support/world';

describe('Articles', () => {
  describe('in the list', () => {
    let staff: Api;

    beforeAll(async () => {
      staff = (await makeWorld()).admin;
      const articles = [
        {
          number: 'LOG-M185',
          name: 'Kabellose Maus M185',
          manufacturer: 'Logitech',
          manufacturerNumber: '910-002238',
          ean: '5099206027305',
          category: 'Mäuse',
          netPriceCents: 1299,
          onlineShop: true,
        },
        {
          number: 'BR-TN2420',
          name: 'Toner schwarz TN-2420',
          manufacturer: 'Brother',
          manufacturerNumber: 'TN-2420',
          category: 'Toner',
          netPriceCents: 6490,
        },
        {
          number: 'HP-CF259X',
          name: 'Toner schwarz 59X',
          manufacturer: 'HP',
          manufacturerNumber: 'CF259X',
          category: 'Toner',
          onlineShop: true,
        },
        {
          number: 'GN-7',
          name: 'Überspannungsschutz Größe L',
          category: 'Strom',
          netPriceCents: 990,
          active: false,
        },
      ];
      for (const article of articles) await addArticle(staff, article);
    });

    const numbers = async (query: string): Promise<string[]> => {
      const { body } = await staff.get(`/staff/articles?${query}`).expect(200);
      return (body.items as { number: string }[]).map(({ number }) => number);
    };

    it.each([
      ['BR-TN2420', 'BR-TN2420'],
      ['br tn 2420', 'BR-TN2420'],
      ['TN2420', 'BR-TN2420'],
      ['tn-24', 'BR-TN2420'],
      ['Brother Tonner', 'BR-TN2420'],
      ['schwarzer Toner Brother', 'BR-TN2420'],
      ['5099206027305', 'LOG-M185'],
      ['910002238', 'LOG-M185'],
      ['logitec maus', 'LOG-M185'],
      ['M 185', 'LOG-M185'],
      ['59x', 'HP-CF259X'],
      ['ueberspannung', 'GN-7'],
      ['Uberspanungsschutz', 'GN-7'],
      ['groesse l', 'GN-7'],
    ])('are found by %s', async (search, number) => {
      expect((await numbers(`search=${encodeURIComponent(search)}`))[0]).toBe(number);
    });

    it.each(['%', '_', '\\', "'", '"', '(', '&|!', 'a:*', '😀', 'x'.repeat(100)])(
      'bear any search: %s',
      async (search) => {
        await numbers(`search=${encodeURIComponent(search)}`);
      },
    );

    it('are no longer found by what they were called', async () => {
      const id = await addArticle(staff, { number: 'ALT-1', name: 'Rollkoffer' });
      expect(await numbers('search=Rollkoffer')).toEqual(['ALT-1']);
      await staff.patch(`/staff/articles/${id}`).set('if-match', '"1"').send({ name: 'Trolley' }).expect(200);
      expect(await numbers('search=Rollkoffer')).toEqual([]);
      expect(await numbers('search=Trolley&active=true')).toEqual(['ALT-1']);
      await staff.patch(`/staff/articles/${id}`).set('if-match', '"2"').send({ active: false }).expect(200);
      expect(await numbers('search=Trolley&active=true')).toEqual([]);
    });

    it('are filtered', async () => {
      expect(await numbers('category=Toner')).toEqual(['HP-CF259X', 'BR-TN2420']);
      expect(await numbers('onlineShop=true')).toEqual(['LOG-M185', 'HP-CF259X']);
      expect(await numbers('onlineShop=true&category=Toner')).toEqual(['HP-CF259X']);
      expect(await numbers('active=false&search=schutz')).toEqual(['GN-7']);
      expect(await numbers('category=Nichts')).toEqual([]);
    });

    it('are sorted, those without a price last, page by page', async () => {
      const walk = async (sort: string): Promise<string[]> => {
        const seen: string[] = [];
        let cursor = '';
        do {
          const { body } = await staff.get(`/staff/articles?limit=1&sort=${sort}${cursor}`).expect(200);
          seen.push(...(body.items as { number: string }[]).map(({ number }) => number));
          cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
        } while (cursor);
        return seen.filter((number) => number !== 'ALT-1');
      };
      expect(await walk('netPriceCents')).toEqual(['GN-7', 'LOG-M185', 'BR-TN2420', 'HP-CF259X']);
      expect(await walk('-netPriceCents')).toEqual(['BR-TN2420', 'LOG-M185', 'GN-7', 'HP-CF259X']);
      expect(await walk('number')).toEqual(['BR-TN2420', 'GN-7', 'HP-CF259X', 'LOG-M185']);
      expect(await walk('name')).toEqual(['LOG-M185', 'HP-CF259X', 'BR-TN2420', 'GN-7']);
      expect((await walk('-updatedAt'))[0]).toBe('GN-7');
    });

    it('are counted by category', async () => {
      const { body } = await staff.get('/staff/article-categories').expect(200);
      expect(body.items).toEqual([
        { name: 'Mäuse', count: 1 },
        { name: 'Strom', count: 1 },
        { name: 'Toner', count: 2 },
      ]);
    });
  });
});
