// Filters of a query: one kind of page, one post.
import type { Corpus } from "./corpus.js";
import { NONE } from "./hits.js";
import type { Terms } from "./terms.js";

/** The kind of page that people call `name`, or begin to; "" for none. */
export function kindCalled({ kindWords, kinds }: Corpus, name: string): string {
  const found = name ? kindWords.findIndex((words) => words.some((word) => word.startsWith(name))) : -1;
  return kinds[found] ?? "";
}

/**
 * By page, whether a post and a kind let it through; undefined where there are none. `filter` is told whether the post is
 * known: an unknown one does not filter.
 */
export function allowedPages(
  corpus: Corpus,
  terms: Terms,
  post: string,
  kind: string,
  filter: { known: boolean },
): Uint8Array | undefined {
  const { pages, kinds } = corpus;
  if (!post && !kind) return undefined;
  const posts = new Set<number>();
  if (post) {
    const hits = terms.asTyped(post);
    pages.forEach((page, n) => {
      if (kinds[page.kind] === "roles" && hits.rank[page.first] !== NONE) posts.add(n);
    });
    for (let line = corpus.count; line < corpus.size; line++) {
      const page = corpus.pageOf[line]!;
      if (hits.rank[line] !== NONE && kinds[pages[page]!.kind] === "roles") posts.add(page);
    }
    filter.known = posts.size > 0;
  }
  const wanted = kinds.indexOf(kind);
  const passes = (page: (typeof pages)[number]): boolean =>
    (wanted < 0 || page.kind === wanted) && (!filter.known || !post || page.posts.some((n) => posts.has(n)));
  return Uint8Array.from(pages, (page) => (passes(page) ? 1 : 0));
}
