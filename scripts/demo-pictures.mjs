// Draws the pictures of the demo data, of articles one for each category, into src/demo/data/pictures: `node scripts/demo-pictures.mjs`
import { mkdir, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const FOLDER = new URL('../src/demo/data/pictures/', import.meta.url);
const SIZE = 640;

const DARK = '#334155';
const MID = '#64748b';
const SOFT = '#cbd5e1';
const LIGHT = '#f8fafc';
const BLUE = '#2563eb';

const rect = (x, y, width, height, fill, radius = 2) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
const circle = (x, y, radius, fill) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
const line = (path, colour, width = 3) =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const text = (y, size, words) =>
  `<text x="32" y="${y}" font-size="${size}" font-family="sans-serif" text-anchor="middle" fill="${LIGHT}">${words}</text>`;
const rows = (count, draw) => Array.from({ length: count }, (_, i) => draw(i)).join('');

const toner = (colour) =>
  rect(10, 24, 44, 16, DARK, 4) +
  rect(6, 28, 6, 8, MID) +
  rect(52, 28, 6, 8, MID) +
  rect(14, 28, 24, 8, colour) +
  circle(46, 32, 3, SOFT);

/** On a grid of 64 by 64. */
const DRAWINGS = {
  'toner-black': toner('#0f172a'),
  'toner-cyan': toner('#06b6d4'),
  'toner-magenta': toner('#db2777'),
  'toner-yellow': toner('#facc15'),
  drum:
    rect(8, 26, 48, 12, BLUE, 6) +
    rect(4, 22, 8, 20, DARK, 3) +
    rect(52, 22, 8, 20, DARK, 3) +
    rect(14, 28, 36, 2, '#93c5fd', 1),
  'wear-part':
    rect(8, 22, 48, 20, MID, 10) +
    circle(18, 32, 6, LIGHT) +
    circle(46, 32, 6, LIGHT) +
    circle(18, 32, 2, DARK) +
    circle(46, 32, 2, DARK),
  'waste-toner':
    rect(16, 18, 32, 32, SOFT, 4) +
    rect(22, 12, 20, 8, DARK) +
    rect(20, 36, 24, 10, MID) +
    rect(26, 24, 12, 3, MID, 1),
  ink:
    line('M32 12 C42 26 46 32 46 39 a14 14 0 0 1 -28 0 C18 32 22 26 32 12 Z', BLUE) +
    '<path d="M32 12 C42 26 46 32 46 39 a14 14 0 0 1 -28 0 C18 32 22 26 32 12 Z" fill="#60a5fa"/>',
  paper:
    rect(14, 40, 36, 10, SOFT) +
    rect(14, 30, 36, 10, LIGHT) +
    rect(14, 20, 36, 10, SOFT) +
    rect(14, 14, 36, 6, LIGHT) +
    line('M14 20 H50 M14 30 H50 M14 40 H50', MID, 1),
  labels:
    circle(26, 32, 16, SOFT) +
    circle(26, 32, 6, LIGHT) +
    rect(30, 36, 26, 12, LIGHT) +
    line('M34 40 H50 M34 44 H46', MID, 1.5),
  cable:
    line('M14 20 V34 a10 10 0 0 0 20 0 V30 a8 8 0 0 1 16 0 V44', DARK, 4) +
    rect(10, 10, 8, 12, BLUE) +
    rect(46, 44, 8, 12, BLUE),
  adapter:
    rect(10, 26, 22, 12, DARK, 3) +
    rect(32, 28, 10, 8, MID) +
    line('M42 32 H50', MID, 4) +
    rect(50, 27, 6, 10, BLUE),
  monitor:
    rect(8, 12, 48, 32, DARK, 3) +
    rect(11, 15, 42, 26, '#93c5fd') +
    rect(29, 44, 6, 6, MID) +
    rect(20, 50, 24, 3, MID, 1),
  keyboard:
    rect(6, 22, 52, 22, DARK, 4) +
    rows(3, (r) => rows(9, (c) => rect(10 + c * 5, 26 + r * 5, 3.6, 3.6, SOFT, 1))) +
    rect(20, 40, 24, 2, SOFT, 1),
  mouse: rect(22, 12, 20, 40, DARK, 10) + rect(30.5, 18, 3, 8, '#60a5fa', 1.5) + line('M22 28 H42', MID, 1.5),
  headset:
    line('M14 36 V32 a18 18 0 0 1 36 0 V36', DARK, 4) +
    rect(10, 34, 10, 16, BLUE, 4) +
    rect(44, 34, 10, 16, BLUE, 4) +
    line('M49 50 C49 56 42 56 36 56', DARK, 2.5),
  network:
    rect(8, 26, 48, 16, DARK, 3) +
    rows(6, (i) => rect(12 + i * 6, 31, 4.4, 5, SOFT, 1)) +
    circle(51, 31, 1.4, '#4ade80') +
    circle(51, 36, 1.4, '#4ade80'),
  ups:
    rect(20, 10, 24, 44, DARK, 3) +
    rect(24, 15, 16, 9, '#93c5fd') +
    '<path d="M34 28 L26 40 H31 L29 49 L38 36 H33 Z" fill="#facc15"/>',
  storage:
    rect(14, 16, 36, 32, MID, 4) +
    circle(32, 32, 10, LIGHT) +
    circle(32, 32, 3, DARK) +
    rect(40, 42, 6, 2, '#4ade80', 1),
  conference:
    circle(32, 34, 18, DARK) +
    circle(32, 34, 12, MID) +
    rows(8, (i) =>
      circle(32 + 15 * Math.cos((i * Math.PI) / 4), 34 + 15 * Math.sin((i * Math.PI) / 4), 1.2, '#60a5fa'),
    ) +
    rect(29, 31, 6, 6, LIGHT, 3),
  system:
    rect(8, 18, 30, 22, DARK, 2) +
    rect(10, 20, 26, 18, '#93c5fd', 1) +
    rect(4, 41, 38, 4, MID, 1) +
    rect(46, 14, 14, 34, DARK, 2) +
    rect(49, 18, 8, 2, SOFT, 1) +
    circle(53, 42, 1.6, '#4ade80'),
  docking:
    rect(6, 32, 52, 14, DARK, 4) +
    rows(3, (i) => rect(12 + i * 9, 37, 6, 4, SOFT, 1)) +
    circle(50, 39, 2, '#4ade80') +
    rect(14, 20, 36, 12, MID, 2),
  nas:
    rect(14, 10, 36, 44, DARK, 4) +
    rows(4, (i) => rect(19 + i * 7, 16, 5, 26, MID, 1)) +
    rect(19, 46, 26, 3, SOFT, 1) +
    circle(44, 47.5, 1.4, '#4ade80'),
  stick:
    rect(16, 22, 28, 20, DARK, 4) +
    rect(44, 26, 10, 12, SOFT, 1) +
    rect(47, 29, 2, 2, MID, 0) +
    rect(47, 33, 2, 2, MID, 0) +
    circle(22, 32, 2.4, LIGHT),
  memory:
    rect(6, 22, 52, 18, '#15803d', 2) +
    rows(6, (i) => rect(10 + i * 7.6, 26, 5.6, 9, DARK, 1)) +
    rows(12, (i) => rect(9 + i * 4, 40, 2.4, 4, '#facc15', 0)),
  webcam:
    circle(32, 28, 18, DARK) +
    circle(32, 28, 10, MID) +
    circle(32, 28, 5, '#60a5fa') +
    rect(22, 48, 20, 4, MID, 2) +
    circle(44, 18, 1.6, '#4ade80'),
  'card-reader':
    rect(14, 24, 36, 30, DARK, 4) +
    rect(18, 29, 28, 3, LIGHT, 1) +
    rect(20, 10, 24, 20, '#93c5fd', 2) +
    rect(24, 15, 6, 5, '#facc15', 1) +
    rows(3, (r) => rows(4, (c) => rect(20 + c * 6.4, 36 + r * 5.4, 4.6, 3.6, SOFT, 1))),
};

// What somebody photographs who has a paper jam.
DRAWINGS['printer-display'] =
  rect(0, 0, 64, 64, '#475569', 0) +
  rect(6, 8, 52, 36, DARK, 3) +
  rect(9, 11, 46, 30, '#0b3b4a', 1) +
  `<path d="M32 14 l6 10 h-12 Z" fill="#facc15"/>` +
  rect(31.4, 17.5, 1.2, 3.4, DARK, 0) +
  circle(32, 22.3, 0.7, DARK) +
  text(30, 4.4, 'Papierstau') +
  text(36, 3, 'Fach 2 öffnen · E-13.B2') +
  rows(4, (i) => circle(17 + i * 10, 53, 3, i === 3 ? '#ef4444' : SOFT));

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
await mkdir(FOLDER, { recursive: true });
for (const [name, drawing] of Object.entries(DRAWINGS)) {
  const background = `<rect width="64" height="64" fill="#eef2f7"/>`;
  await page.setContent(
    `<style>body{margin:0}</style><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="${SIZE}" height="${SIZE}">${background}${drawing}</svg>`,
  );
  await writeFile(new URL(`${name}.png`, FOLDER), await page.screenshot({ type: 'png' }));
}
await browser.close();
