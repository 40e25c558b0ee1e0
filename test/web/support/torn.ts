/** Numbers of tickets and orders that are torn at their hyphens. */
export const TORN = `(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const torn = [];
  while (texts.nextNode()) {
    for (const { 0: number, index } of texts.currentNode.data.matchAll(/[ABT]-\\d{4}-\\d+/g)) {
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + number.length);
      const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
      if (new Set(tops).size > 1) torn.push(texts.currentNode.data);
    }
  }
  return torn;
})()`;
