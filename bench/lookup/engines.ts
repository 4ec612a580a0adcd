// Each engine over the same lines: `load` makes it ready, `search` returns the first five lines for what is typed.
import FlexSearch from "flexsearch";
import lunr from "lunr";
import MiniSearch from "minisearch";

import { Corpus } from "../../frontend/src/core/lookup/corpus.js";
import { Lookup } from "../../frontend/src/core/lookup/lookup.js";
import { readWire } from "../../frontend/src/core/lookup/wire.js";

interface Engine {
  load(folder: string): Promise<void>;
  search(typed: string): Promise<string[]> | string[];
}

const FIRST = 5;
const json = async (path: string): Promise<any> => (await fetch(path)).json();

function rolebook(): Engine {
  let lookup: Lookup;
  return {
    async load(folder) {
      const script = document.createElement("script");
      script.src = `${folder}/lookup.js`;
      await new Promise((done) => ((script.onload = done), document.head.append(script)));
      lookup = new Lookup(new Corpus(readWire((window as any).rolebookLookup)!), (window as any).rolebookLanguage);
    },
    search(typed) {
      const { exact, similar, near } = lookup.search(typed, FIRST);
      return [...exact, ...similar, ...near].slice(0, FIRST).map(({ line }) => lookup.corpus.line(line));
    },
    prepare: () => [...lookup.prepare()], // the page does this when it has nothing else to do
  } as Engine;
}

const bigrams = (text: string): string[] =>
  text.toLowerCase().split(/[^\p{L}\p{N}]+/u).flatMap((word) =>
    word.length < 3 ? [word] : Array.from({ length: word.length - 1 }, (_, n) => word.slice(n, n + 2)),
  );

function minisearch(): Engine {
  let index: MiniSearch;
  let lines: string[];
  return {
    async load(folder) {
      lines = await json(`${folder}/lines.json`);
      index = new MiniSearch({ fields: ["text"], tokenize: bigrams, searchOptions: { combineWith: "AND", prefix: true } });
      index.addAll(lines.map((text, id) => ({ id, text })));
    },
    search: (typed) => index.search(typed).slice(0, FIRST).map(({ id }) => lines[id]!),
  };
}

function flexsearch(): Engine {
  let index: any;
  let lines: string[];
  return {
    async load(folder) {
      lines = await json(`${folder}/lines.json`);
      index = new FlexSearch.Index({ encode: (text: string) => [...text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")] } as never);
      lines.forEach((text, id) => index.add(id, text));
    },
    search: (typed) => index.search(typed, { limit: FIRST }).map((id: number) => lines[id]!),
  };
}

/** As mkdocs-material does it: jieba cuts the lines when the site is built, the query is cut by the index's own words. */
function lunrJieba(): Engine {
  let index: lunr.Index;
  let lines: string[];
  let words: Set<string>;
  const cut = (typed: string): string[] =>
    typed.toLowerCase().split(/\s+/).flatMap((part) => {
      const found: string[] = [];
      for (let at = 0; at < part.length; ) {
        let length = Math.min(8, part.length - at);
        while (length > 1 && !words.has(part.slice(at, at + length))) length--;
        found.push(part.slice(at, at + length));
        at += length;
      }
      return found;
    });
  return {
    async load(folder) {
      lines = await json(`${folder}/lines.json`);
      const cuts: string[] = await json(`${folder}/jieba.json`);
      words = new Set(cuts.flatMap((text) => text.toLowerCase().split(" ")));
      index = lunr(function () {
        this.pipeline.reset();
        this.searchPipeline.reset();
        this.tokenizer = ((text: any) => String(text).toLowerCase().split(" ").filter(Boolean).map((word) => new lunr.Token(word, {}))) as never;
        this.ref("id");
        this.field("text");
        cuts.forEach((text, id) => this.add({ id, text }));
      });
    },
    search(typed) {
      const terms = cut(typed).filter((term) => /[\p{L}\p{N}]/u.test(term));
      const found = index.query((query) => terms.forEach((term) => query.term(term, { presence: lunr.Query.presence.REQUIRED, wildcard: lunr.Query.wildcard.TRAILING })));
      return found.slice(0, FIRST).map(({ ref }) => lines[Number(ref)]!);
    },
  };
}

function pagefind(): Engine {
  let engine: any;
  return {
    async load(folder) {
      engine = await import(/* @vite-ignore */ new URL(`${folder}/pagefind/pagefind.js`, location.href).href);
      await engine.init();
    },
    async search(typed) {
      const { results } = await engine.search(typed);
      const data = await Promise.all(results.slice(0, FIRST).map((result: any) => result.data()));
      return data.map((page: any) => page.meta.title as string);
    },
  };
}

const ENGINES: Record<string, () => Engine> = { rolebook, pagefind, minisearch, flexsearch, "lunr + jieba": lunrJieba };

/** Run one engine: how long until it is ready, how long each keystroke takes, and what each whole query finds. */
(window as any).run = async (name: string, folder: string, queries: { q: string }[], repeats: number) => {
  const engine = ENGINES[name]!();
  const begun = performance.now();
  await engine.load(folder);
  await engine.search(queries[0]!.q);
  const ready = performance.now() - begun;
  (engine as any).prepare?.();
  const times: number[][] = queries.map(({ q }) => new Array([...q].length).fill(Infinity));
  const found: string[][] = [];
  for (let pass = 0; pass < repeats; pass++) {
    for (const [n, { q }] of queries.entries()) {
      const letters = [...q];
      for (let length = 1; length <= letters.length; length++) {
        const typed = letters.slice(0, length).join("");
        const start = performance.now();
        found[n] = await engine.search(typed);
        times[n]![length - 1] = Math.min(times[n]![length - 1]!, performance.now() - start);
        await new Promise((next) => setTimeout(next)); // people pause between keys
      }
    }
  }
  return { ready, times, found };
};
