// Reads the report of .ci/mutate: prints the score of each folder and what no test noticed, and writes the same as a page.
import { readFileSync, writeFileSync } from 'node:fs';

const [report, page] = process.argv.slice(2);
const { files } = JSON.parse(readFileSync(report, 'utf8'));
const noticed = new Set(['Killed', 'Timeout']);
const missed = new Set(['Survived', 'NoCoverage']);

const mutants = Object.entries(files).flatMap(([path, { source, mutants: all }]) => {
  const name = path.replaceAll('\\', '/').replace(/^.*gateway\//, 'gateway/');
  const lines = source.split(/\r?\n/);
  return all.filter(({ status }) => noticed.has(status) || missed.has(status)).map((mutant) => ({ ...mutant, name, lines }));
});

const score = (some) => {
  const killed = some.filter(({ status }) => noticed.has(status)).length;
  return `${(100 * killed / some.length).toFixed(1)} % (${killed} of ${some.length})`;
};
const folderOf = ({ name }) => name.slice(0, name.lastIndexOf('/'));
const folders = [...new Set(mutants.map(folderOf))].sort();
const textOf = ({ lines, location: { start, end } }) => (start.line === end.line
  ? lines[start.line - 1].slice(start.column - 1, end.column - 1)
  : lines[start.line - 1].slice(start.column - 1)).trim();
const code = (text) => `\`${text.replaceAll(/\s+/g, ' ').replaceAll('`', "'").replaceAll('|', '\\|').slice(0, 90)}\``;
const survivors = mutants.filter(({ status }) => missed.has(status))
  .sort((one, other) => one.name.localeCompare(other.name) || one.location.start.line - other.location.start.line)
  .map((mutant) => `| ${mutant.name.replace('gateway/Joint/', '')}:${mutant.location.start.line} | ${code(textOf(mutant))} | ${code(mutant.replacement ?? mutant.mutatorName)} | ${mutant.status === 'NoCoverage' ? 'no test runs it' : ''} |`);

const text = `# How much of the gateway's reasoning its tests hold

Made by \`.ci/mutate\` from its results, never by hand: each mutant is one small change to \`gateway/Joint\`, killed where a test
of \`tests/Gateway/Joint\` fails under it or does not end. Changes that do not compile are not counted; folders that are not in the
table were not measured.

**${score(mutants)} of the mutants killed.**

| folder | killed |
|---|---|
${folders.map((folder) => `| ${folder} | ${score(mutants.filter((mutant) => folderOf(mutant) === folder))} |`).join('\n')}

## Survivors

| where | was | became | |
|---|---|---|---|
${survivors.join('\n')}
`;
console.log(text);
if (page) {
  writeFileSync(page, text);
}
