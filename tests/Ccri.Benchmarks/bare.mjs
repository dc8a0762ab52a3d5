// What the typesetter alone costs: the same blocks, template and fonts as reports/render.mjs, and nothing of ours around it.
// node bare.mjs <folder of reports>; reads the same jobs, answers {"ms":97}.
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const reports = process.argv[2];
const { families, folder } = await import(`file://${reports}/fonts.mjs`);
const { NodeCompiler } = await import(`file://${reports}/node_modules/@myriaddreamin/typst-ts-node-compiler/index.js`).then(m => m.default ?? m);
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: families.flatMap(f => f.files).map(f => readFileSync(f)) }] });
for await (const line of createInterface({ input: process.stdin })) {
  const job = JSON.parse(line);
  const report = readFileSync(job.report);
  const { meta } = JSON.parse(report);
  const snapshot = readFileSync(job.snapshot);
  const started = performance.now();
  compiler.mapShadow(`${folder}/data.json`, report);
  compiler.mapShadow(`${folder}/snapshot.json`, snapshot);
  const pdf = compiler.pdf({ mainFilePath: `${folder}/templates/report.typ` }, { pdfStandard: 'ua-1', creationTimestamp: meta.timestamp });
  writeFileSync(job.output, pdf);
  const ms = performance.now() - started;
  compiler.evictCache(0);
  process.stdout.write(JSON.stringify({ ms }) + '\n');
}
