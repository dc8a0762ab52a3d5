// Adds up the result files (.trx) of a folder: node count-tests.mjs FOLDER [PROBLEM …]
// Prints what the tests measured, what failed, what was skipped and why, and as the last line the sum.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, ...problems] = process.argv.slice(2)
const projects = ['Ccri.Domain.Tests', 'Ccri.Web.Tests', 'Ccri.Browser.Tests']
const files = readdirSync(folder)
const sum = { passed: 0, failed: 0, skipped: 0 }
const skipped = []

for (const project of projects) {
  const results = files.includes(`${project}.trx`) ? parse(readFileSync(join(folder, `${project}.trx`), 'utf8')) : []
  for (const result of results) {
    sum[result.outcome]++
    if (result.outcome === 'failed') console.log(`FAILED  ${result.name}: ${result.message || 'no message'}`)
    if (result.outcome === 'skipped') skipped.push(`SKIPPED ${result.name}: ${result.message || 'no reason given'}`)
    for (const line of result.output.split('\n')) if (line.startsWith('Measured: ')) console.log(line)
  }
  if (results.length === 0) problems.push(`${project} ran no test.`)
  else if (files.includes(`${project}.failed`) && !results.some(r => r.outcome === 'failed')) problems.push(`${project} broke down outside of a test; its output stands above.`)
}

for (const line of skipped) console.log(line)
for (const problem of problems) console.log(`FAILED  ${problem}`)
sum.failed += problems.length
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1

function parse(trx) {
  return [...trx.matchAll(/<UnitTestResult\b([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)].map(([, attributes, body = '']) => ({
    name: text(/testName="([^"]*)"/.exec(attributes)),
    outcome: { Passed: 'passed', NotExecuted: 'skipped' }[/outcome="([^"]*)"/.exec(attributes)?.[1]] ?? 'failed',
    message: text(/<Message>([\s\S]*?)<\/Message>/.exec(body)).trim().split('\n').filter(line => !line.includes('Shouldly uses your source code')).slice(0, 8).map(line => line.trim()).join(' '),
    output: text(/<StdOut>([\s\S]*?)<\/StdOut>/.exec(body)),
  }))
}

function text(match) {
  const named = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return (match?.[1] ?? '').replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (all, hex, decimal, name) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(+decimal) : named[name] ?? all)
}
