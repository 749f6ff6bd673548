import { describe, expect, it } from "vitest";
import { spreadBySource } from "./spread-rules";

const letters = (text: string, size: number, perSource: number) =>
  spreadBySource([...text], (letter) => letter, size, perSource).join("");

describe("spreadBySource", () => {
  it("keeps the order and holds each source to its share", () => {
    expect(letters("aaaabbc", 4, 2)).toBe("aabb");
    expect(letters("aaaabbc", 5, 2)).toBe("aabbc");
  });

  it("fills up with what it passed over when there is nothing else", () => {
    expect(letters("aaaaa", 4, 2)).toBe("aaaa");
    expect(letters("aaab", 4, 1)).toBe("abaa");
  });

  it("gives what there is", () => {
    expect(letters("", 4, 2)).toBe("");
    expect(letters("ab", 4, 2)).toBe("ab");
  });
});
