// What lookup has to say: results under headings, and one sentence about them for eye and ear.
import type { Corpus } from "../core/lookup/corpus.js";
import type { Answer, Result } from "../core/lookup/lookup.js";
import { words } from "../words.js";
import { habits } from "./lookup-history.js";
import { filled, type Group } from "./lookup-view.js";

const HABITS = 6;
const HERE = 30;

export interface Said {
  groups: Group[];
  status: string;
  /** how many more lines fit than are shown */
  more: number;
}

/** What to say to an answer to what was typed. */
export function answered({ exact, total, similar, near, post }: Answer, text: string): Said {
  const t = words("lookup");
  const more = Math.max(0, total - exact.length);
  const said = total
    ? filled(more ? t["found_first"] : t["found"], { n: total, shown: exact.length })
    : similar.length
      ? filled(t["found_near"], { n: similar.length })
      : filled(near.length ? t["found_nearest"] : t["none"], { text });
  const groups = [
    { title: "", results: exact },
    { title: exact.length ? (t["similar"] ?? "") : "", results: similar },
    { title: "", results: near },
  ];
  return { groups, more, status: post.known ? said : `${filled(t["no_post"], { post: post.text })}${words("text")["semicolon"]}${said}` };
}

/** What to offer before a letter is typed: what this person opens, and the lines of the page at `address`. */
export function offered(corpus: Corpus, address: string): Said {
  const t = words("lookup");
  const result = (line: number): Result => ({ line, marks: [] });
  const here = corpus.pages[corpus.pageOf[corpus.find(address) ?? -1] ?? -1];
  const count = here ? Math.min(HERE, here.end - here.first - 1) : 0;
  const lines = Array.from({ length: count }, (_, n) => here!.first + 1 + n);
  const known = habits(corpus, HABITS);
  const groups = [
    { title: t["recent"] ?? "", results: known.map(result) },
    { title: t["here"] ?? "", results: lines.filter((line) => !known.includes(line)).map(result) },
  ];
  return { groups, more: 0, status: "" };
}
