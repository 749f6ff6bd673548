import { describe, expect, it } from "vitest";
import { initialsOf } from "./avatar";

describe("initialsOf", () => {
  it("takes the given name of a Chinese person", () => {
    expect(initialsOf("王晓敏")).toBe("晓敏");
    expect(initialsOf("李")).toBe("李");
  });
  it("takes the beginning of an organisation", () =>
    expect(initialsOf("山东大学", "organisation")).toBe("山东"));
  it("takes the first letters of other names, rare characters whole", () => {
    expect(initialsOf("ada lovelace king")).toBe("AL");
    expect(initialsOf("𬭎")).toBe("𬭎");
    expect(initialsOf("  ")).toBe("");
  });
});
