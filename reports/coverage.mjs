// node reports/coverage.mjs > src/Ccri.Web/Rendering/font-coverage.txt
// Which characters each font family has, read from the fonts' cmap tables, so that nothing needs Node or fonts to know it at run time.
// A family with several weights counts only what all of them have. One line per family: its name, a tab, ranges in hexadecimal.
import { readFileSync } from 'node:fs';
import { families } from './fonts.mjs';

function codePoints(path) {
  const font = new DataView(new Uint8Array(readFileSync(path)).buffer);
  const tables = Array.from({ length: font.getUint16(4) }, (_, i) => 12 + i * 16);
  const tag = at => String.fromCharCode(...[0, 1, 2, 3].map(i => font.getUint8(at + i)));
  const cmap = font.getUint32(tables.find(at => tag(at) === 'cmap') + 8);
  const subtables = Array.from({ length: font.getUint16(cmap + 2) }, (_, i) => cmap + font.getUint32(cmap + 4 + i * 8 + 4));
  const format = number => subtables.find(at => font.getUint16(at) === number);
  const found = new Set();
  const full = format(12);
  if (full !== undefined) {
    for (let i = 0, at = full + 16; i < font.getUint32(full + 12); i++, at += 12)
      for (let c = font.getUint32(at), glyph = font.getUint32(at + 8); c <= font.getUint32(at + 4); c++, glyph++) if (glyph) found.add(c);
    return found;
  }
  const basic = format(4);
  if (basic === undefined) throw new Error(`${path} has no Unicode cmap of format 4 or 12.`);
  const segments = font.getUint16(basic + 6) / 2;
  for (let i = 0; i < segments; i++) {
    const end = font.getUint16(basic + 14 + i * 2);
    const start = font.getUint16(basic + 16 + segments * 2 + i * 2);
    const delta = font.getUint16(basic + 16 + segments * 4 + i * 2);
    const offsetAt = basic + 16 + segments * 6 + i * 2;
    const offset = font.getUint16(offsetAt);
    for (let c = start; c <= end && c < 0xffff; c++) {
      const glyph = offset === 0 ? c + delta : font.getUint16(offsetAt + offset + (c - start) * 2);
      if (glyph & 0xffff) found.add(c);
    }
  }
  return found;
}

function ranges(points) {
  const found = [];
  for (const c of points) {
    const last = found.at(-1);
    if (last && last[1] === c - 1) last[1] = c; else found.push([c, c]);
  }
  return found.map(([from, to]) => from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`).join(' ');
}

for (const { name, files } of families) {
  const [first, ...others] = files.map(codePoints);
  const common = [...first].filter(c => others.every(o => o.has(c))).sort((a, b) => a - b);
  process.stdout.write(`${name}\t${ranges(common)}\n`);
}
