import { describe, expect, it } from "vitest";

import { csv } from "./csv.js";

describe("a table for a spreadsheet", () => {
  it("begins with a byte order mark and ends each row as Excel does", () => {
    expect(csv([["a", "b"], [], ["c"]])).toBe("\ufeffa,b\r\n\r\nc\r\n");
  });

  it("quotes what would end a cell", () => {
    expect(csv([["a,b", 'say "x"', "one\ntwo"]])).toBe('\ufeff"a,b","say ""x""","one\ntwo"\r\n');
  });

  it.each(["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1+1", "＋1", "－1", "＠x"])("runs %j as no formula", (text) => {
    expect(csv([[text, "x=1"]])).toMatch(/^\ufeff"?'/);
    expect(csv([["x", "a-1"]])).toBe("\ufeffx,a-1\r\n");
  });
});
