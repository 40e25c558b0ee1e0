/** From 1601, where FILETIME begins, to 1970. */
const FILETIME_OF_1970_MS = 11_644_473_600_000n;

/**
 * Headers by which mail programs show the mails about one thing together. They refer to a first mail that nobody got, which
 * RFC 5322 allows: each recipient has others of these mails, and whoever comes later has only later ones.
 *
 * @param hostname of the portal
 * @param conversationId a UUID in version 7, which begins with its time
 * @param earlierId of a conversation that has become part of it: this mail stands in both and so joins them. Outlook, which knows
 * one only, shows it with the earlier
 */
export function conversationHeaders(
  hostname: string,
  conversationId: string,
  earlierId?: string,
): Record<string, string> {
  const latest = earlierId ?? conversationId;
  const firstOf = (id: string): string => `<${id}@${hostname}>`;
  const references = earlierId === undefined ? [conversationId] : [conversationId, earlierId];
  return {
    References: references.map(firstOf).join(' '),
    'In-Reply-To': firstOf(latest),
    'Thread-Index': threadIndex(latest),
  };
}

/**
 * By this Outlook knows what belongs together, whatever the subjects are (MS-OXOMSG, PidTagConversationIndex): the six upper
 * bytes of when it began, as a FILETIME, whose first is 1 for centuries, and a GUID.
 */
function threadIndex(conversationId: string): string {
  const guid = Buffer.from(conversationId.replaceAll('-', ''), 'hex');
  const began = Buffer.alloc(8);
  began.writeBigUInt64BE((BigInt(guid.readUIntBE(0, 6)) + FILETIME_OF_1970_MS) * 10_000n);
  return Buffer.concat([began.subarray(0, 6), guid]).toString('base64');
}
