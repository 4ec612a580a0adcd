// Copying a line that was found, and what is said of it.
import { words } from "../words.js";
import { copy } from "./clipboard.js";
import { anew } from "./light-element.js";
import { filled } from "./lookup-view.js";

/** Copy a line; returns what is to be announced, other than what was said `before`. */
export async function copied(text: string, before: string): Promise<string> {
  const t = words("lookup");
  return anew((await copy(text)) ? filled(t["copied"], { text }) : (t["copy_failed"] ?? ""), before);
}
