// Says what is attached to a PDF: node attachments.mjs <path>, one line on standard output.
//   {"ok":true,"attachments":["<sha256>", …]}   or   {"ok":false,"problem":"A sentence."}
// Whoever hands in a file may have built it with malice: nothing in it is run, and the caller ends this process when it takes too long or too much.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const answer = line => process.stdout.write(JSON.stringify(line) + '\n', () => process.exit(0));
const firstLine = text => String(text).split('\n')[0];
console.log = console.warn = console.info = () => {}; // the reader speaks of what drawing lacks, on the stream that our answer goes to

// The reader counts on Node 22; these are what it misses in Node 20 on the way to an attachment.
Promise.withResolvers ??= function () {
  let resolve, reject;
  return { promise: new this((yes, no) => { [resolve, reject] = [yes, no]; }), resolve, reject };
};
Promise.try ??= function (work, ...given) { return new this(resolve => resolve(work(...given))); };

async function attached(getDocument, path) {
  try {
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0, enableXfa: false, useSystemFonts: false }).promise;
    const found = await pdf.getAttachments();
    const contents = await Promise.all([...(found?.keys() ?? [])].map(id => pdf.getAttachmentContent(id).catch(() => null)));
    return contents.filter(c => c instanceof Uint8Array).map(c => createHash('sha256').update(c).digest('hex'));
  } catch {
    return []; // no PDF, or one too broken to be read
  }
}

try {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  answer({ ok: true, attachments: await attached(getDocument, process.argv[2]) });
} catch (error) {
  answer({ ok: false, problem: `The reader of PDF files is not installed (${firstLine(error.message)}): run "npm ci" in the folder reports.` });
}
