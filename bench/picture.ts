import type { AtSize, OperationResult, Results } from './results';

const WIDTH = 880;
const NAME_WIDTH = 200;
const BAR_WIDTH = 440;
const ROW = 20;
const HEADER = 64;
/** The longest bar. */
const MOST = 1.2;
const MARKS = { read: 0.7, write: 0.75 } as const;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .title { font-size: 17px; font-weight: 600 }
  .faint { fill: #57606a }
  .met { fill: #2da44e }
  .missed { fill: #cf222e }
  .mark { stroke: #24292f; stroke-dasharray: 3 2 }`;

/** Bars for the portal's requests a second to the bare server's, with a stroke where the mark is. */
export function picture({ operations, machine, at, peakMiB, startUps }: Results): string {
  const parts: string[] = [];
  let y = HEADER;
  for (const operation of operations) {
    parts.push(...group(operation, y));
    y += ROW * operation.sizes.length + 14;
  }
  const starts = startUps.map(({ name, ms }) => `${name}: ${(ms / 1_000).toFixed(1)} s`).join(' · ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 52}" role="img">
<title>Requests a second, compared with a bare server</title>
<style>${STYLE}
</style>
<rect width="100%" height="100%" fill="#fff"/>
${text(16, 26, 'Requests a second, compared with a bare node:http and pg server', 'title')}
${text(16, 46, `${at.slice(0, 10)} · ${machine}`, 'faint')}
${parts.join('\n')}
${text(16, y + 14, `Memory under load: ${peakMiB} MiB at most.`)}
${text(16, y + 36, `Ready ${starts}`, 'faint')}
</svg>
`;
}

function group({ name, kind, sizes }: OperationResult, top: number): string[] {
  const mark = NAME_WIDTH + (MARKS[kind] / MOST) * BAR_WIDTH;
  return [
    text(16, top + 14, name),
    ...sizes.flatMap((size, index) => bar(size, MARKS[kind], top + ROW * index)),
    `<line class="mark" x1="${mark}" x2="${mark}" y1="${top - 2}" y2="${top + ROW * sizes.length}"/>`,
  ];
}

function bar({ tickets, ratio, portal, bare }: AtSize, mark: number, y: number): string[] {
  const width = Math.round((Math.min(ratio, MOST) / MOST) * BAR_WIDTH);
  const figures = `${ratio.toFixed(2)} · ${portal.perSecond}/s of ${bare.perSecond}/s`;
  return [
    `<rect class="${ratio >= mark ? 'met' : 'missed'}" x="${NAME_WIDTH}" y="${y}" width="${width}" height="${ROW - 4}" rx="2"/>`,
    text(NAME_WIDTH + BAR_WIDTH + 10, y + 13, `${figures} (${short(tickets)})`, 'faint'),
  ];
}

function short(tickets: number): string {
  return tickets >= 1_000_000 ? `${tickets / 1_000_000}M` : `${tickets / 1_000}k`;
}

function text(x: number, y: number, content: string, style?: string): string {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}"${style ? ` class="${style}"` : ''}>${escaped}</text>`;
}
