import { conversationHeaders } from './conversation';

const ID = '019abaca-f400-7000-8000-0123456789ab';

describe('The headers of a conversation', () => {
  it('refer to one mail, which has the id of what they are about', () => {
    const { References, 'In-Reply-To': answered } = conversationHeaders('portal.example', ID);
    expect([References, answered]).toEqual([`<${ID}@portal.example>`, `<${ID}@portal.example>`]);
  });

  it('tell Outlook when it began, and a GUID of its own', () => {
    const index = Buffer.from(conversationHeaders('portal.example', ID)['Thread-Index']!, 'base64');
    expect(index).toHaveLength(22);
    expect(index[0]).toBe(1);
    const filetime = (index.readUIntBE(0, 6) * 65_536) / 10_000 - 11_644_473_600_000;
    const began = Number.parseInt(ID.replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(filetime - began)).toBeLessThan(10);
    expect(index.subarray(6).toString('hex')).toBe(ID.replaceAll('-', ''));
  });
});
