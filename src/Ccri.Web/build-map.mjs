// Natural Earth 1:50m (public domain, by way of world-atlas) -> wwwroot/lib/map/europe.svg, one small file with two symbols:
//   #eu    the member states and partner countries, one path each, ids in the Union's codes (EL, not GR)
//   #land  everything else as ONE neutral shape, so that no border outside the programme is drawn and none can be disputed
// Names in the source data are never printed: some are contested. Charts/EuropeMap.cs projects points by the same formula.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { geoAzimuthalEqualArea, geoPath } from 'd3-geo';
import { merge } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';

const memberStates = {
  '040': 'AT', '056': 'BE', '100': 'BG', '191': 'HR', '196': 'CY', '203': 'CZ', '208': 'DK', '233': 'EE', '246': 'FI',
  '250': 'FR', '276': 'DE', '300': 'EL', '348': 'HU', '372': 'IE', '380': 'IT', '428': 'LV', '440': 'LT', '442': 'LU',
  '470': 'MT', '528': 'NL', '616': 'PL', '620': 'PT', '642': 'RO', '703': 'SK', '705': 'SI', '724': 'ES', '752': 'SE',
};
const partners = { '578': 'NO' }; // associated countries with a territory in the programme: Asker, Bergen, Møre og Romsdal
const codes = { ...memberStates, ...partners };

const width = 600, height = 575;
const projection = geoAzimuthalEqualArea().rotate([-10, -52]).scale(868).translate([232, 312])
  .clipExtent([[0, 0], [width, height]]).precision(0.3);
const path = geoPath(projection).digits(1);

/** Whose land a shape is. The source cuts Cyprus in two; the Union and the United Nations do not. */
const codeOf = shape => shape.properties.name === 'N. Cyprus' ? 'CY' : codes[shape.id];

export function buildMap(root) {
  const source = JSON.parse(readFileSync(`${root}/node_modules/world-atlas/countries-50m.json`));
  const world = simplify(presimplify(source), 0.02);
  const shapes = world.objects.countries.geometries;
  const draw = mine => path(merge(world, shapes.filter(mine)));

  const countries = Object.values(codes).sort().map(code => {
    const outline = draw(shape => codeOf(shape) === code);
    if (outline) return `<path id="${code}" d="${outline}"/>`;
    if (code !== 'MT') throw new Error(`${code} vanished in simplification; lower the threshold.`);
    const [x, y] = projection([14.4, 35.9]); // Malta is smaller than the threshold, but it is a member state
    return `<circle id="MT" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="1.6"/>`;
  });

  const symbol = (id, content) => `<symbol id="${id}" viewBox="0 0 ${width} ${height}">${content}</symbol>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`
    + symbol('land', `<path d="${draw(shape => !codeOf(shape))}"/>`) + symbol('eu', countries.join('')) + '</svg>\n';

  mkdirSync(`${root}/wwwroot/lib/map`, { recursive: true });
  writeFileSync(`${root}/wwwroot/lib/map/europe.svg`, svg);
}

// The numbers in tests/Ccri.Web.Tests/Charts/EuropeMapTests.cs come from here.
if (process.argv.includes('--print-points'))
  for (const [name, point] of Object.entries({ Brussels: [4.35, 50.85], Nicosia: [33.36, 35.17], Rovaniemi: [25.7, 66.5] }))
    console.log(name, projection(point).map(n => n.toFixed(4)).join(' '));
