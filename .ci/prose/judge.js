// make prose: the words of the pages and of the language files, by the rules of rules.js. Says what it found, line by
// line, and ends with 1 if that is anything.
import { readdirSync, readFileSync } from "node:fs";
import { TextlintKernel, TextlintKernelDescriptor } from "@textlint/kernel";
import markdown from "@textlint/textlint-plugin-markdown";
import { LineCounter, parseDocument, visit } from "yaml";
import { FOR_LABELS, LANGUAGES } from "./rules.js";

// What is no prose, no Markdown to textlint, or quoted and so somebody else's: left out, but for the ends of lines, so
// that every line keeps its number.
const NO_PROSE = [
  /^---\n[\s\S]*?\n---\n/,
  /<!--[\s\S]*?-->/g,
  /^```[\s\S]*?^```/gm,
  /^[ \t]*\/{3,}.*$/gm,
  /^[ \t]{4,}[a-z-]+:.*$/gm,
  /[ \t]*\[@[a-z0-9-]+\]/g,
  /[ \t]*\{:?[^{}\n]*[#.=][^{}\n]*\}/g,
  /^:   /gm,
  /(?<=「)[^「」\n]*(?=」)/g,
  /(?<=")[^"\n]*(?=")/g,
  // Where to fill in, in a letter to be copied; its salutation; part of an address.
  /［[^］\n]*］/g,
  / (?=ご担当者様)/g,
  / ?\?[a-z]+=[a-z]+ ?/g,
];

// What rules cannot be told to let be: the style of lists, where conditions stand beside sentences; two plain words.
const LEFT_ALONE = /^箇条書き|^"[Ii]t (is|was)"/;

const kernel = new TextlintKernel();

function prose(written) {
  return NO_PROSE.reduce((text, found) => text.replace(found, (part) => part.replace(/[^\n]/g, "")), written);
}

// Each string of a language file as a paragraph, at the line where it stands.
function strings(file) {
  const lines = new LineCounter();
  const written = [];
  visit(parseDocument(file, { lineCounter: lines }), {
    Scalar(key, node) {
      if (key === "value" && typeof node.value === "string" && /[^!-~]/.test(node.value)) {
        written.push({ line: lines.linePos(node.range[0]).line, text: node.value.replaceAll("\n", " ") });
      }
    },
  });
  return written;
}

async function messages(text, language, only) {
  const rules = LANGUAGES[language].filter(({ ruleId }) => !only || only.includes(ruleId.split("/")[0]));
  const descriptor = new TextlintKernelDescriptor({
    rules,
    filterRules: [],
    plugins: [{ pluginId: "markdown", plugin: markdown.default, options: true }],
  });
  const found = await kernel.lintText(text, { ext: ".md", ...descriptor.toKernelOptions() });
  return found.messages.filter(({ message }) => !LEFT_ALONE.test(message));
}

const said = [];
for (const language of Object.keys(LANGUAGES)) {
  const pages = readdirSync(`docs/${language}`, { recursive: true }).filter((name) => name.endsWith(".md"));
  for (const name of pages.sort()) {
    const path = `docs/${language}/${name}`;
    for (const { line, message, ruleId } of await messages(prose(readFileSync(path, "utf8")), language)) {
      said.push(`${path}:${line}: ${message.split("\n")[0]} [${ruleId}]`);
    }
  }
  const path = `docs/_data/languages/${language}.yml`;
  const written = strings(readFileSync(path, "utf8"));
  const text = written.map((each) => `${prose(each.text)}\n\n`).join("");
  for (const { line, message, ruleId } of await messages(text, language, FOR_LABELS)) {
    said.push(`${path}:${written[(line - 1) >> 1].line}: ${message.split("\n")[0]} [${ruleId}]`);
  }
}
console.log(said.join("\n") || "Nothing to mend in the words.");
process.exitCode = said.length ? 1 : 0;
