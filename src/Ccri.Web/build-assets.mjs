// node_modules -> wwwroot/lib, run by MSBuild (target Npm). An explicit list: nothing reaches the browser that is not named here.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { buildMap } from './build-map.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const lib = `${root}/wwwroot/lib`;
const packages = `${root}/node_modules`;
rmSync(lib, { recursive: true, force: true }); // an old version folder left behind would be published

mkdirSync(`${lib}/htmx`, { recursive: true });
copyFileSync(`${packages}/htmx.org/dist/htmx.min.js`, `${lib}/htmx/htmx.min.js`);

// Fonts. url() in CSS is not fingerprinted, so the folder carries the version and may be cached for ever.
const inter = `${packages}/@fontsource-variable/inter`;
const version = JSON.parse(readFileSync(`${inter}/package.json`)).version;
const css = readFileSync(`${root}/wwwroot/app.css`, 'utf8');
if (!readFileSync(`${root}/Features/Shared/_Document.cshtml`, 'utf8').includes(`/lib/inter-${version}/inter-latin.woff2`))
  throw new Error(`Features/Shared/_Document.cshtml must preload lib/inter-${version}/inter-latin.woff2`);

// "latin" holds every character of the interface and of most place names; "latin-ext" what the other Latin alphabets of
// the Union add (Łódź, Košice, Rīga, Timișoara). The browser fetches a file only when a character of its unicode-range is
// on the page. The same ranges stand in app.css; the check below keeps the two alike.
const subsets = {
  latin: 'U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F-2030,U+2039-203A,'
    + 'U+20AC,U+2122,U+2190-2193,U+2212,U+2248,U+2264-2265',
  'latin-ext': 'U+0100-0130,U+0132-0151,U+0154-017F,U+0218-021B,U+1E9E',
  greek: 'U+0370-03FF',
  cyrillic: 'U+0400-045F,U+0490-0491,U+2116',
};
const options = {
  targetFormat: 'woff2',
  variationAxes: { wght: { min: 400, max: 700 } },
  keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum', 'cv05', 'ss03'], // what app.css asks for, and correct accents
};

mkdirSync(`${lib}/inter-${version}`);
copyFileSync(`${inter}/LICENSE`, `${lib}/inter-${version}/LICENSE.txt`); // the Open Font License travels with the font
for (const [name, range] of Object.entries(subsets)) {
  const file = `inter-${version}/inter-${name}.woff2`;
  if (!css.includes(`url(lib/${file})`) || !css.includes(`unicode-range: ${range};`))
    throw new Error(`wwwroot/app.css must name lib/${file} with unicode-range: ${range}`);
  const font = readFileSync(`${inter}/files/inter-${name}-wght-normal.woff2`);
  writeFileSync(`${lib}/${file}`, await subsetFont(font, characters(range), options));
}

buildMap(root);

function characters(range) {
  return range.split(',').flatMap(part => {
    const [first, last = first] = part.slice(2).split('-').map(hex => parseInt(hex, 16));
    return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
  }).join('');
}
