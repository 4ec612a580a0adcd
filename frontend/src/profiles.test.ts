import { beforeEach, describe, expect, test } from "vitest";

import { A, found, Kept, keep, opened } from "./storage-fixtures.js";

let storage: Kept;

beforeEach(() => {
  storage = new Kept();
});

describe("profiles", () => {
  const people = async (): Promise<typeof import("./profiles.js")> => {
    await opened(storage, A, "hotel-1");
    return import("./profiles.js");
  };

  test("keep things apart", async () => {
    await keep(storage, A, "hotel-1", 1);
    expect((await people()).create(" 王  芳\u202e ")).toBe(true);
    expect((await people()).current().name).toBe("王 芳");
    expect(await found(storage, A, "hotel-1")).toBeUndefined();
    await keep(storage, A, "hotel-1", 2);
    const { chooseProfile, FIRST } = await opened(storage, A, "hotel-1");
    chooseProfile(FIRST);
    expect(await found(storage, A, "hotel-1")).toBe(1);
  });

  test("have names that are not empty and not another's", async () => {
    const { create, rename, profiles } = await people();
    expect(["", "  ", "\u200b"].map(create)).toEqual([false, false, false]);
    expect([create("Ann"), create(" ANN "), create("Bo")]).toEqual([true, false, true]);
    expect(profiles().map(({ name }) => name)).toEqual(["Ann", "Bo"]);
    expect([rename("bo"), rename("Cy"), rename("cy")]).toEqual([false, true, true]);
  });

  test("are removed with all that is kept for them, and with nothing else", async () => {
    await keep(storage, A, "hotel-1", 1);
    await keep(storage, A, "hotel-2", 2);
    (await people()).create("Ann");
    await keep(storage, A, "hotel-1", 3);
    const { remove } = await people();
    remove();
    expect((await people()).profiles()).toEqual([{ id: "0", name: "" }]);
    expect(await found(storage, A, "hotel-1")).toBe(1);
    expect(await found(storage, A, "hotel-2")).toBe(2);
    (await people()).remove();
    expect(await found(storage, A, "hotel-1")).toBeUndefined();
  });

  test("that was chosen may be anything", async () => {
    storage.setItem("rolebook:2:hotel-1:all:current", '"../x:y"');
    expect((await people()).current()).toEqual({ id: "0", name: "" });
  });
});
