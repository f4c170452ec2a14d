// Every small fault that Stryker makes in some modules, as JSON: node mutants.mjs FOLDER
//
// Stryker's own runner knows no tests but JavaScript's; ours are Python's, and drive a browser. So its instrumenter alone
// is used: each mutant as the module's whole text, and each module with a call where a mutant would be reached, of
// stryCov_9fa48 with the mutants' numbers. Whoever runs that has to have this function and stryMutAct_9fa48.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@babel/parser";
import { Instrumenter } from "@stryker-mutator/instrumenter";

// What Stryker puts before a module ends so; a comment before it would stand on the first statement's line.
const END_OF_HEADER = "  return isActive(id);\n}\n";

const silent = { debug() {}, info() {}, isDebugEnabled: () => false };

function instrumented({ name, content }) {
  const start = content.indexOf("function stryNS_9fa48()");
  const end = content.indexOf(END_OF_HEADER);
  if (start < 0 || end < 0) throw new Error(`${name}: Stryker's header is another than was known when this was written`);
  return `${content.slice(0, start)}\n${content.slice(end + END_OF_HEADER.length)}`;
}

// Lines and columns count from 0.
function offset(source, { line, column }) {
  return source.split("\n", line).join("\n").length + (line ? 1 : 0) + column;
}

function mutated(source, { location, mutatorName, replacement }) {
  // Beside ?? neither && nor || may stand without brackets.
  const put = mutatorName === "LogicalOperator" ? `(${replacement})` : replacement;
  const text = source.slice(0, offset(source, location.start)) + put + source.slice(offset(source, location.end));
  // Throws where it is none: no test would be needed to find that.
  parse(text, { sourceType: "module" });
  return text;
}

const folder = process.argv[2];
const names = readdirSync(folder).filter((name) => name.endsWith(".js"));
const files = names.map((name) => ({ name, mutate: true, content: readFileSync(join(folder, name), "utf8") }));
const sources = Object.fromEntries(files.map(({ name, content }) => [name, content]));
const options = { plugins: [], excludedMutations: [], ignorers: [] };
const made = await new Instrumenter(silent).instrument(files, options);

console.log(
  JSON.stringify({
    instrumented: Object.fromEntries(made.files.map((file) => [file.name, instrumented(file)])),
    mutants: made.mutants.map((mutant) => ({
      number: Number(mutant.id),
      module: mutant.fileName,
      line: mutant.location.start.line + 1,
      mutator: mutant.mutatorName,
      text: mutated(sources[mutant.fileName], mutant),
    })),
  }),
);
