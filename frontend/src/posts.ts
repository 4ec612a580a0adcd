// Which posts are chosen on the device: whoever it is learns them, and lookup brings their lines first.
import { Shelf } from "./storage.js";

const posts = new Shelf<true>("quiz-post", (value): value is true => value === true);

export const chosen = (): Set<string> => new Set(posts.entries().keys());

export function choose(post: string, wanted: boolean): void {
  if (wanted) posts.set(post, true);
  else posts.delete(post);
}
