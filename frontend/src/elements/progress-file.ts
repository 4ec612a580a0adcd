// The file in which someone's progress leaves the device.

import { date } from "../core/quiz/day.js";
import { toFile } from "../core/quiz/progress-file.js";
import { current } from "../profiles.js";
import { download } from "./download.js";
import { questionIds } from "./quiz-load.js";
import { everything, noted, rememberedIds } from "./quiz-store.js";

/** Hand it to the user, named for whose it is and the day. */
export async function saveProgress(): Promise<void> {
  const name = ["rolebook", current().name, date(Date.now())].filter(Boolean).join("-");
  download(await progressText(), `${name}.json`, "application/json");
}

/** What stands in it, nothing of questions that are gone. From now on it counts as exported. */
export async function progressText(): Promise<string> {
  const text = toFile(everything(await questionIds(rememberedIds())));
  noted("done");
  document.dispatchEvent(new Event("exported"));
  return text;
}
