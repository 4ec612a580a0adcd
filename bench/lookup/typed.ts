// What each beginning of each query finds, and what of it any ranking could go by. Reads a JSON request, prints an answer.
import { Corpus } from "../../frontend/src/core/lookup/corpus.js";
import { Lookup } from "../../frontend/src/core/lookup/lookup.js";
import { readWire } from "../../frontend/src/core/lookup/wire.js";

declare const require: (name: string) => any;
declare const process: { argv: string[] };

const FIRST = 5;
const { queries, wire, language } = JSON.parse(require("node:fs").readFileSync(process.argv[2]!, "utf8"));
const corpus = new Corpus(readWire(wire)!);
const lookup = new Lookup(corpus, language);

/** The end of an id made from words: what it is made by may change, and queries stay. */
const DIGEST = /-[0-9a-f]{4}$/;
const plain = new Map<string, number>();
for (let line = 0; line < corpus.count; line++) plain.set(corpus.address(line).replace(DIGEST, ""), line);

/** The lines wanted, by address or by what they say. */
function wantedOf({ want, expect }: { want?: string[]; expect?: string[] }): Set<number> {
  const found = new Set<number>();
  for (const address of want ?? []) {
    const line = corpus.find(address) ?? plain.get(address.replace(DIGEST, ""));
    if (line !== undefined) found.add(line);
    else console.error(`no line at ${address}`);
  }
  for (let line = 0; line < corpus.count; line++)
    if (expect?.some((text) => corpus.line(line).includes(text))) found.add(line);
  return found;
}

const answers = queries.map((query: { q: string; want?: string[]; expect?: string[] }) => {
  const wanted = wantedOf(query);
  const letters = [...query.q];
  return letters.map((_, n) => {
    const typed = letters.slice(0, n + 1).join("");
    const { exact, total, similar, near } = lookup.search(typed);
    const lines = [...exact, ...similar, ...near].map(({ line }) => line);
    const group = total ? "exact" : similar.length ? "similar" : near.length ? "near" : "none";
    // A ranking that knows nothing but how lines fit puts a wanted one first as often as they are among those that fit so.
    const all = lookup.search(typed, corpus.size);
    const alike = [all.exact, all.similar, all.near].find((results) => results.some(({ line }) => wanted.has(line))) ?? [];
    const share = alike.length ? alike.filter(({ line }) => wanted.has(line)).length / alike.length : 0;
    const rank = lines.findIndex((line) => wanted.has(line)) + 1;
    return { rank, group, share, first: lines.slice(0, FIRST).map((line) => corpus.address(line)) };
  });
});
console.log(JSON.stringify(answers));
