// What there is to be quizzed on. A page lists all of it, or where that would be too much, where each part of it stands;
// then of what someone chose the questions alone are fetched, and a part of the list when it is opened.

import { words } from "../words.js";
import { quiz, titleOf } from "./quiz-load.js";
import { run } from "./script.js";

type Row = readonly [record: string, title: string, count: number];

declare global {
  interface Window {
    /** by the path of a part, by the anchors of its shelves; set by assets/rolebook/quizzes/lists/*.js */
    rolebookQuizLists?: Record<string, Record<string, readonly Row[]>>;
  }
}

/** A record to be quizzed on. */
export interface Listed {
  readonly record: string;
  readonly script: string;
  readonly title: string;
  readonly count: number;
  readonly page: string;
  readonly kind: string;
}

/** A part of a list that is too long for the page: what it is called, the path of its page and the heading on it. */
export interface Place {
  readonly label: string;
  readonly part: string;
  /** of the heading; "" for all that stand there */
  readonly anchor: string;
}

const SHELVES = ".rb-quiz-shelves";

/** All there is; nothing where it stands in parts. */
export function listed(): Listed[] {
  return [...document.querySelectorAll<HTMLElement>(`${SHELVES} [data-quiz]`)].map((entry) => ({
    record: entry.dataset["quiz"] ?? "",
    script: entry.dataset["script"] ?? "",
    title: entry.querySelector(".rb-card__title")?.textContent ?? "",
    count: Number(entry.dataset["count"]),
    page: entry.querySelector("a")?.getAttribute("href") ?? "",
    kind: entry.closest("section")?.querySelector("h2")?.textContent ?? "",
  }));
}

/** Where the parts are; nothing where all of it stands on the page. */
export function places(): Place[] {
  return [...document.querySelectorAll<HTMLAnchorElement>(`${SHELVES} .rb-parts a`)].map((link) => {
    const shelf = link.closest("ul")?.previousElementSibling?.firstChild?.textContent;
    const own = link.firstChild?.textContent ?? "";
    const url = new URL(link.href);
    return {
      label: shelf ? `${shelf}${words("text")["colon"] ?? ""}${own}` : own,
      part: decodeURIComponent(url.pathname.slice(site().pathname.length)),
      anchor: decodeURIComponent(url.hash.slice(1)),
    };
  });
}

/** What a part holds, all or what stands under the heading at `anchor`; undefined where it cannot be had. */
export async function held(part: string, anchor = ""): Promise<Listed[] | undefined> {
  if (!window.rolebookQuizLists?.[part])
    await run(new URL(`assets/rolebook/${part.replace(/html$/, "js")}`, site()).href);
  const shelves = window.rolebookQuizLists?.[part];
  if (!shelves) return undefined;
  const rows = anchor ? (shelves[anchor] ?? []) : Object.keys(shelves).flatMap((each) => shelves[each] ?? []);
  return rows.map(([record, title, count]) => known(record, title, count));
}

/** Some of what there is: what is asked about there no more is left out. Their questions are fetched to know them by. */
export async function about(all: readonly Listed[], records: ReadonlySet<string>): Promise<Listed[]> {
  if (all.length) return all.filter(({ record }) => records.has(record));
  const wanted = [...records].sort().map((record) => known(record, record, 0));
  const found = await Promise.all(
    wanted.map(async (entry) => ({ entry, quiz: await quiz(entry.record, entry.script) })),
  );
  const listing = found.every(({ quiz }) => quiz) ? undefined : await everything();
  return found.flatMap(({ entry, quiz }) => {
    if (quiz) return { ...entry, title: quiz.title, count: quiz.items.length };
    return !listing || listing.has(entry.record) ? entry : [];
  });
}

/** What all parts list, as what did not come may be late or gone; undefined where they did not come either. */
async function everything(): Promise<ReadonlySet<string> | undefined> {
  const parts = [...new Set(places().map(({ part }) => part))];
  const some = await Promise.all(parts.map((part) => held(part)));
  return some.includes(undefined) ? undefined : new Set(some.flatMap((one) => one ?? []).map(({ record }) => record));
}

/** What a record is called; its address where that is not known. */
export function titled(all: readonly Listed[], record: string): string {
  return all.find((entry) => entry.record === record)?.title ?? titleOf(record) ?? record;
}

/** A record by what devices know it by: its script stands there, and its page or what leads on to it. */
function known(record: string, title: string, count: number): Listed {
  const [folder = ""] = record.split("/", 1);
  const at = (path: string): string => new URL(encodeURI(path), site()).href;
  return {
    record,
    script: at(`assets/rolebook/quizzes/${record}.js`),
    title,
    count,
    page: at(folder === "quizzes" ? `${record}.html` : `quizzes/${record}.html`),
    kind: words("kind")[folder] ?? folder,
  };
}

/** Where the site begins. */
function site(): URL {
  const root = document.querySelector<HTMLElement>("rb-review, rb-exam, rb-team, rb-home")?.dataset["root"];
  return new URL(root || "./", document.baseURI);
}
