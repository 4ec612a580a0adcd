// Which posts are chosen on the device: whoever it is learns them, and lookup brings their lines first.
import { ourKeys, Shelf } from "./storage.js";

const POSTS = "quiz-post";
const posts = new Shelf<true>(POSTS, (value): value is true => value === true);

export const chosen = (): Set<string> => new Set(posts.entries().keys());

/** What anyone has chosen who shares the device. */
export const everyonesChosen = (): Set<string> =>
  new Set([...chosen(), ...ourKeys().flatMap((key) => key.split(`:${POSTS}:`)[1] ?? [])]);

export function choose(post: string, wanted: boolean): void {
  if (wanted) posts.set(post, true);
  else posts.delete(post);
  globalThis.document?.dispatchEvent(new Event("chosen"));
}
