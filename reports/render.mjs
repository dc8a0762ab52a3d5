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
function fingerprint(typst) {
  const hash = createHash('sha256').update(`typst ${typst}\n`);
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
  return { compiler, typst, package: versionOf('@myriaddreamin/typst-ts-node-compiler'), renderer: fingerprint(typst) };
}

function sentence(diagnostics) {
  const text = diagnostics.map(d => d.message ?? String(d)).join('; ') || 'no reason given';
  const missing = /the text "(.*?)" could not be displayed/s.exec(text);
  return missing
    ? `No font has the character${missing[1].length > 1 ? 's' : ''} ${[...missing[1]].map(c => 'U+' + c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')).join(' ')}: take them out of the text, or add a font to reports/fonts.mjs.`
    : `The report could not be set: ${firstLine(text)}`;
}

async function render({ compiler, renderer }, job) {
  const { rowHeaders } = await import('./row-headers.mjs');
  const started = performance.now();
  const report = read(job.report, 'The report');
  const { meta } = JSON.parse(report);
  compiler.mapShadow(`${folder}/templates/data.json`, report);
  compiler.mapShadow(`${folder}/templates/snapshot.json`, read(job.snapshot, 'The snapshot'));
  try {
    const compiled = compiler.compile({ mainFilePath: `${folder}/templates/report.typ` });
    if (compiled.hasError()) throw new Problem(sentence(compiled.takeError()?.shortDiagnostics ?? []));
    let pdf;
    try {
      pdf = compiler.pdf(compiled.result, { pdfStandard: job.standard ?? 'ua-1', creationTimestamp: meta.timestamp });
    } catch (error) {
      throw new Problem(sentence([error.message || error.code || error])); // Typst's exporter puts its words in `code`
    }
    pdf = rowHeaders(pdf);
    writeFileSync(job.output, pdf);
    return { id: job.id, ok: true, bytes: pdf.length, sha256: sha256(pdf), pages: compiled.result.numOfPages, ms: Math.round(performance.now() - started), renderer };
  } finally {
    compiler.evictCache(0); // flat memory over a batch of two hundred
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
      answer({ id: job.id ?? null, ok: false, problem: error instanceof Problem ? error.message : `The report could not be set: ${firstLine(error.message || error.code || error)}` });
    }
  }
}
