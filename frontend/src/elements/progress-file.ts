// The file in which someone's progress leaves the device.

import { toFile } from "../core/quiz/progress.js";
import { day } from "../core/quiz/schedule.js";
import { current } from "../profiles.js";
import { download } from "./download.js";
import { everything, noted } from "./quiz-store.js";

/** Hand it to the user, named for whose it is and the day. */
export function saveProgress(): void {
  const name = ["rolebook", current().name, day(Date.now())].filter(Boolean).join("-");
  download(progressText(), `${name}.json`, "application/json");
}

/** What stands in it. From now on it counts as exported. */
export function progressText(): string {
  noted("done");
  document.dispatchEvent(new Event("exported"));
  return toFile(everything());
}
