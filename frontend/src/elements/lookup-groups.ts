// What lookup has to say: results under headings, and one sentence about them for eye and ear.
import type { Corpus } from "../core/lookup/corpus.js";
import type { Answer, Lookup, Result } from "../core/lookup/lookup.js";
import { words } from "../words.js";
import { habits } from "./lookup-history.js";
import { filled, type Group, kindName } from "./lookup-view.js";

const HABITS = 6;
const HERE = 30;

/** What is shown, and what is announced of it. */
export interface Announcement {
  groups: Group[];
  status: string;
  /** what of it is read out: at length that nothing fits, only once while one types */
  heard: string;
  /** how many more lines fit than are shown */
  more: number;
  /** what was typed where nothing fits, which is said at length; it need not be heard again with the next key */
  failed?: string;
}

export interface Asked {
  typed: string;
  /** the kind of page to show alone; "" for all */
  kind: string;
  /** the most lines to show under a heading */
  limit: number;
  /** by line, how often it was opened here */
  used: ReadonlyMap<number, number>;
}

/** What to show and to announce for what was asked on the page at `address`, after what was announced `before`. */
export function answer(lookup: Lookup, asked: Asked, address: string, before: Announcement): Announcement {
  const found = asked.typed.trim()
    ? answered(lookup, asked)
    : asked.kind
      ? listed(lookup.corpus, asked)
      : offered(lookup.corpus, address);
  const again = before.failed && found.failed?.startsWith(before.failed);
  return { ...found, heard: again ? before.heard : found.status };
}

type Worded = Omit<Announcement, "heard">;

/** What was found. Where the chosen kind has nothing of it, what the other kinds have. */
function answered(lookup: Lookup, { typed, kind, limit, used }: Asked): Worded {
  const text = typed.trim();
  const found = lookup.search(typed, limit, used, kind);
  if (!kind || found.total || found.similar.length) return worded(found, text);
  const elsewhere = lookup.search(typed, limit, used);
  if (!elsewhere.total && !elsewhere.similar.length) return worded(found, text);
  const announced = worded(elsewhere, text);
  const none = filled(words("lookup")["none_of_kind"], { kind: kindName(kind) });
  return { ...announced, status: joined(none, announced.status) };
}

function worded({ exact, total, similar, near, post }: Answer, text: string): Worded {
  const t = words("lookup");
  const more = Math.max(0, total - exact.length);
  const count = total
    ? filled(more ? t["found_first"] : t["found"], { n: total, shown: exact.length })
    : similar.length
      ? filled(t["found_near"], { n: similar.length })
      : filled(near.length ? t["found_nearest"] : t["none"], { text });
  const groups = [
    { title: "", results: exact },
    { title: exact.length ? (t["similar"] ?? "") : "", results: similar },
    { title: exact.length || similar.length ? (t["part"] ?? "") : "", results: near },
  ];
  // Whether anything is near is news.
  const failed = total || similar.length ? "" : `${near.length ? "near" : "none"} ${text}`;
  return {
    groups,
    more,
    failed,
    status: post.known ? count : joined(filled(t["no_post"], { post: post.text }), count),
  };
}

function joined(...sentences: string[]): string {
  return sentences.join(words("text")["semicolon"]);
}

const result = (line: number): Result => ({ line, marks: [] });

/**
 * What to offer before a letter is typed: what this person opens, and the lines of the page at `address`, or where it
 * has none what authors say is asked for often.
 */
function offered(corpus: Corpus, address: string): Worded {
  const t = words("lookup");
  const here = corpus.pages[corpus.pageOf[corpus.find(address) ?? -1] ?? -1];
  const count = here ? Math.min(HERE, here.end - here.first - 1) : 0;
  const shown = new Set<number>();
  const group = (title: string, lines: readonly number[]): Group => {
    const results = lines.filter((line) => !shown.has(line)).map(result);
    for (const { line } of results) shown.add(line);
    return { title: t[title] ?? "", results };
  };
  const groups = [
    group("recent", habits(corpus, HABITS)),
    count
      ? group(
          "here",
          Array.from({ length: count }, (_, n) => here!.first + 1 + n),
        )
      : group("asked", [...corpus.pins].slice(0, HERE)),
  ];
  return { groups, more: 0, status: shown.size ? filled(t["offered"], { n: shown.size }) : "" };
}

/** The pages of one kind by their titles, where it is chosen before a letter is typed. */
function listed(corpus: Corpus, { kind, limit }: Asked): Worded {
  const titles = corpus.pages.filter((page) => corpus.kinds[page.kind] === kind).map((page) => page.first);
  const more = Math.max(0, titles.length - limit);
  const { found, found_first } = words("lookup");
  const status = filled(more ? found_first : found, { n: titles.length, shown: limit });
  return { groups: [{ title: "", results: titles.slice(0, limit).map(result) }], more, status };
}
