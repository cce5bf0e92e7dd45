// Makes docs/promises.md: per promise the tests that show it, the mutations they notice, and what the last run measured.
// The promises are in tests/System/Promises/promises.json; the figures are what the tests left in artifacts/promises.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));
const mutations = new Map(read('tests', 'System', 'Mutations', 'mutations.json').map((mutation) => [mutation.id, mutation]));
const missing = [];

function measured(name) {
  const file = ['artifacts', 'promises', `${name}.json`];
  if (existsSync(join(root, ...file))) {
    return read(...file);
  }
  missing.push(name);
  return { measured: '', figures: {} };
}

function figuresOf(name) {
  const { measured: instant, figures } = measured(name);
  const counts = Object.entries(figures).filter(([what]) => what !== 'seed').map(([what, count]) => `${count.toLocaleString('en-GB')} ${what}`);
  return `\`${name}\`, ${instant.slice(0, 10)}: ${counts.join(', ')}`;
}

function brokenBy(id) {
  measured(`mutation-${id}`);
  return `\`${id}\`: ${mutations.get(id)?.breaks ?? 'unknown'}`;
}

const rows = read('tests', 'System', 'Promises', 'promises.json').map(({ promise, tests, mutations: broken, figures }) =>
  `| ${[promise, tests.map((test) => `\`${test}\``), broken.map(brokenBy), figures.map(figuresOf)].map((cell) => [cell].flat().join('<br>')).join(' | ')} |`);

if (missing.length > 0) {
  console.log(`Not measured, so that docs/promises.md is left as it was: ${missing.join(', ')}`);
  process.exit(1);
}

writeFileSync(join(root, 'docs', 'promises.md'), `# What is promised, and what shows it

Made by \`.ci/run\` from its own results, never by hand. Each test fails when its promise is broken on purpose: a mutation is
a change to the source under which the test was seen to fail in the same run. Larger counts: \`INSPECTORATES_KILLS\`,
\`INSPECTORATES_CUTS\`, \`INSPECTORATES_SYNCS\`, \`INSPECTORATES_EDITS\`.

| promise | shown by | noticed when broken | last measured |
|---|---|---|---|
${rows.join('\n')}
`);
