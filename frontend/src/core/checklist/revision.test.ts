import { describe, expect, test } from "vitest";

import { judge } from "./revision.js";

const revisions = [
  { number: 4, effective: "2026-04-01", changes: "四" },
  { number: 3, effective: "2026-03-01", changes: "三" },
  { number: 1, effective: "2026-01-01", changes: "" },
];

describe("a scanned sheet", () => {
  test("of the current revision is current", () => {
    expect(judge("?rev=4", revisions)).toEqual({ is: "current", number: 4 });
  });

  test("of an earlier one is superseded since the next known took effect, with all that changed, oldest first", () => {
    const verdict = judge("?a=b&rev=1", revisions);
    expect(verdict).toMatchObject({ is: "superseded", number: 1, since: "2026-03-01" });
    expect(verdict?.is === "superseded" && verdict.later.map(({ number }) => number)).toEqual([3, 4]);
  });

  test("of one whose history nobody kept is superseded since the current one", () => {
    expect(judge("?rev=2", revisions.slice(0, 1))).toMatchObject({ is: "superseded", since: "2026-04-01" });
  });

  test("newer than the page is ahead of it", () => {
    expect(judge("?rev=5", revisions)).toEqual({ is: "ahead", number: 5 });
  });

  test.each(["", "?rev=", "?rev=0", "?rev=-1", "?rev=1.5", "?rev=x", "?rev=1e3", "?rev=99999999", "?version=1"])(
    "is not judged by %s",
    (search) => {
      expect(judge(search, revisions)).toBeUndefined();
    },
  );

  test("is not judged by a page that knows no revision", () => {
    expect(judge("?rev=1", [])).toBeUndefined();
  });
});
