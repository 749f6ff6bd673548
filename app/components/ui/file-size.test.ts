import { describe, expect, it } from "vitest";
import { formatBytes } from "./file-size";

describe("formatBytes", () => {
  it("uses powers of 1024 and one decimal below 10", () => {
    expect(formatBytes(0)).toBe("0 B");
    expect(formatBytes(1536)).toBe("1.5 KB");
    expect(formatBytes(20 * 1024 * 1024)).toBe("20 MB");
    expect(formatBytes(5000 * 1024 ** 3)).toBe("5000 GB");
  });
});
