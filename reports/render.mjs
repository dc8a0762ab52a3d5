// Sets reports as PDF. One job per line on standard input, one result per line on standard output, one process for a whole batch:
//   {"id":"1","report":"<path of report.json>","snapshot":"<path of snapshot.json>","output":"<path of the pdf>","standard":"ua-1"}
//   {"id":"1","ok":true,"bytes":81234,"sha256":"…","pages":2,"ms":97,"renderer":"…"}   or   {"id":"1","ok":false,"problem":"A sentence."}
// node render.mjs --check prints what is installed and the renderer's fingerprint, and renders nothing.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { families, folder } from './fonts.mjs';

class Problem extends Error {}

async function loadCompiler() {
  try {
    return (await import('@myriaddreamin/typst-ts-node-compiler')).NodeCompiler;
  } catch (error) {
    throw new Problem(`The typesetter is not installed (${firstLine(error.message)}): run "npm ci" in the folder reports.`);
  }
}

const firstLine = text => String(text).split('\n')[0];
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex');
const read = (path, what) => {
  try { return readFileSync(path); } catch { throw new Problem(`${what} could not be read: ${path}.`); }
};

// Everything that decides how the same facts look. Equal fingerprints mean equal bytes.
function fingerprint(typst, compiler) {
  const hash = createHash('sha256').update(`typst ${typst}, compiler ${compiler}\n`);
  const own = ['render.mjs', 'row-headers.mjs', 'fonts.mjs', ...readdirSync(`${folder}/templates`).filter(f => f.endsWith('.typ')).map(f => `templates/${f}`)].sort();
  for (const file of own) hash.update(`${file}\n`).update(readFileSync(`${folder}/${file}`));
  for (const file of families.flatMap(f => f.files)) hash.update(`${file.slice(file.lastIndexOf('/') + 1)}\n`).update(read(file, 'A font'));
  return hash.digest('hex');
}

async function open() {
  const NodeCompiler = await loadCompiler();
  const fontBlobs = families.flatMap(f => f.files).map(path => read(path, 'A font (run "npm ci" in the folder reports)'));
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
  const version = 'context [#metadata(str(sys.version)) <version>]';
  const typst = compiler.query({ mainFileContent: `#${version}` }, { selector: '<version>', field: 'value' })[0];
  const versionOf = name => JSON.parse(read(`${folder}/node_modules/${name}/package.json`, 'A package')).version;
  const installed = versionOf('@myriaddreamin/typst-ts-node-compiler');
  return { compiler, typst, package: installed, renderer: fingerprint(typst, installed) };
}

// Typst words its errors as the dump of a record; a person needs only the message.
function sentence(error) {
  const words = String(error?.message || error?.code || error || 'no reason given');
  const message = /message: ("(?:[^"\\]|\\.)*")/.exec(words)?.[1].replace(/\\u\{([0-9a-f]+)\}/g, (_, hex) => String.fromCodePoint(parseInt(hex, 16)));
  const text = message ? message.slice(1, -1).replaceAll('\\"', '"') : firstLine(words);
  const missing = /the text \W*?"(.*?)"\W* could not be displayed/s.exec(text)?.[1];
  return missing
    ? `No font has ${[...missing].map(c => 'U+' + c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')).join(' ')}: take it out of the text, or add a font to reports/fonts.mjs.`
    : `The report could not be set: ${text.replace(/\.?$/, '.')}`;
}

async function render({ compiler, renderer }, job) {
  const { rowHeaders } = await import('./row-headers.mjs');
  const started = performance.now();
  const report = read(job.report, 'The report');
  const { meta } = JSON.parse(report);
  compiler.mapShadow(`${folder}/data.json`, report);
  compiler.mapShadow(`${folder}/snapshot.json`, read(job.snapshot, 'The snapshot'));
  try {
    const compiled = compiler.compile({ mainFilePath: `${folder}/templates/report.typ` });
    if (compiled.hasError()) throw new Problem(sentence(compiled.takeError()?.shortDiagnostics[0]));
    let pdf;
    try {
      pdf = compiler.pdf(compiled.result, { pdfStandard: job.standard ?? 'ua-1', creationTimestamp: meta.timestamp });
    } catch (error) {
      throw new Problem(sentence(error)); // the exporter puts its words in `code`
    }
    pdf = rowHeaders(pdf);
    writeFileSync(job.output, pdf);
    return { id: job.id, ok: true, bytes: pdf.length, sha256: sha256(pdf), pages: compiled.result.numOfPages, ms: Math.round(performance.now() - started), renderer };
  } finally {
    compiler.evictCache(1); // what two reports in a row have in common is set once, and memory stays flat over a batch of two hundred
  }
}

const answer = line => process.stdout.write(JSON.stringify(line) + '\n');

if (process.argv.includes('--check')) {
  try {
    const { typst, package: compiler, renderer } = await open();
    answer({ ok: true, node: process.versions.node, typst, compiler, fonts: families.map(f => f.name), renderer });
  } catch (error) {
    answer({ ok: false, problem: error instanceof Problem ? error.message : `The typesetter could not start: ${firstLine(error.message)}` });
  }
} else {
  let opened;
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    let job = {};
    try {
      job = JSON.parse(line);
      answer(await render(opened ??= await open(), job));
    } catch (error) {
      answer({ id: job.id ?? null, ok: false, problem: error instanceof Problem ? error.message : sentence(error) });
    }
  }
}
