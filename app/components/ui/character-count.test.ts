import { describe, expect, it } from "vitest";
import { countCodePoints } from "./character-count";

describe("countCodePoints", () => {
  it("counts characters outside the basic plane once", () => {
    expect(countCodePoints("𬭎钠")).toBe(2);
    expect("𬭎钠".length).toBe(3);
  });
  it("counts a line end once, whichever way it was sent", () => {
    expect(countCodePoints("一\r\n二")).toBe(3);
    expect(countCodePoints("一\n二")).toBe(3);
  });
  it("is zero for nothing", () => expect(countCodePoints("")).toBe(0));
});
