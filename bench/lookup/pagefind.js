// Indexes the lines of a folder with Pagefind, a record a line: node pagefind.js FOLDER
import { readFileSync } from "node:fs";
import { createIndex, close } from "pagefind";

const folder = process.argv[2];
const lines = JSON.parse(readFileSync(`${folder}/lines.json`, "utf8"));
const { index } = await createIndex({ forceLanguage: "zh" });
for (const [n, text] of lines.entries()) {
  await index.addCustomRecord({ url: `/${n}`, content: text, language: "zh", meta: { title: text } });
}
await index.writeFiles({ outputPath: `${folder}/pagefind` });
await close();
