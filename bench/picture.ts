import type { Figures } from './load';
import { NODE_COST, TOTAL_COST } from './marks';
import { type AtSize, type OperationResult, type Results, totalMs } from './results';

const WIDTH = 880;
const NAME_WIDTH = 200;
const BAR_WIDTH = 420;
const ROW = 20;
const HEADER = 64;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .title { font-size: 17px; font-weight: 600 }
  .faint { fill: #57606a }
  .node { fill: #2da44e }
  .postgres { fill: #0969da }
  .bare { opacity: .45 }`;

/** Bars for the processor time of a request: node and PostgreSQL, and below it, paler, the bare server's. */
export function picture({ operations, machine, at, peakMiB, startUps }: Results): string {
  const most = Math.max(...operations.flatMap(({ sizes }) => sizes.map(({ portal }) => totalMs(portal))));
  const parts: string[] = [];
  let y = HEADER;
  for (const operation of operations) {
    const drawn = group(operation, y, BAR_WIDTH / most);
    parts.push(...drawn.parts);
    y = drawn.bottom + 14;
  }
  const starts = startUps.map(({ name, ms }) => `${name}: ${(ms / 1_000).toFixed(1)} s`).join(' · ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 74}" role="img">
<title>Processor time of a request, beside a bare server's</title>
<style>${STYLE}
</style>
<rect width="100%" height="100%" fill="#fff"/>
${text(16, 26, 'Processor time of a request: node (green), PostgreSQL (blue), of a bare server (pale)', 'title')}
${text(16, 46, `${at.slice(0, 10)} · ${machine}`, 'faint')}
${parts.join('\n')}
${text(16, y + 14, `Marks: node at most ${NODE_COST} times, together at most ${TOTAL_COST} times the bare server's.`)}
${text(16, y + 36, `Memory under load: ${peakMiB} MiB at most.`)}
${text(16, y + 58, `Ready ${starts}`, 'faint')}
</svg>
`;
}

function group(
  { name, sizes }: OperationResult,
  top: number,
  scale: number,
): { readonly parts: string[]; readonly bottom: number } {
  const parts = [text(16, top + 13, name)];
  let y = top;
  for (const { tickets, portal, compared } of sizes) {
    parts.push(...bar(portal, y, scale, '', labelOf(tickets, portal, compared)));
    y += ROW;
    if (!compared) continue;
    parts.push(...bar(compared.bare, y, scale, ' bare', ''));
    y += ROW;
  }
  return { parts, bottom: y };
}

function labelOf(tickets: number, portal: Figures, compared: AtSize['compared']): string {
  const costs = compared ? ` · ${compared.nodeCost}, ${compared.totalCost} times` : '';
  return `${totalMs(portal).toFixed(2)} ms (${short(tickets)})${costs}`;
}

function bar(
  { nodeMs, postgresMs }: Figures,
  y: number,
  scale: number,
  look: string,
  label: string,
): string[] {
  const [node, postgres] = [nodeMs, postgresMs].map((ms) => Math.round(ms * scale)) as [number, number];
  const part = (style: string, x: number, width: number): string =>
    `<rect class="${style}${look}" x="${x}" y="${y}" width="${width}" height="${ROW - 4}"/>`;
  return [
    part('node', NAME_WIDTH, node),
    part('postgres', NAME_WIDTH + node, postgres),
    ...(label ? [text(NAME_WIDTH + node + postgres + 10, y + 13, label, 'faint')] : []),
  ];
}

function short(tickets: number): string {
  return tickets >= 1_000_000 ? `${tickets / 1_000_000}M` : `${tickets / 1_000}k`;
}

function text(x: number, y: number, content: string, style?: string): string {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}"${style ? ` class="${style}"` : ''}>${escaped}</text>`;
}
