// Questions for tests.

import type { Answering, Question } from "./bank.js";

export function question(id: string, answering: Answering = "single", over: Partial<Question> = {}): Question {
  return {
    id,
    revision: "r1",
    kind: "measure",
    answering,
    stem: `题 ${id}`,
    options: ["a", "b", "c"].map((name) => ({ id: name, text: `选项${name}`, from: "" })),
    key: ["b"],
    explain: "手册原文",
    source: { item: "roles/x#y", href: "roles/x.html#y" },
    facts: ["roles/x#y"],
    ...over,
  };
}
