import { describe, expect, it } from "vitest";
import { reactToHint } from "./hint-rules";

describe("reactToHint", () => {
  it("ignores what the page shows already, also when hints come twice or late", () => {
    expect(reactToHint(5, { sequence: 5 })).toEqual({ isStale: false, missed: 0 });
    expect(reactToHint(5, { sequence: 3 })).toEqual({ isStale: false, missed: 0 });
  });

  it("reads again for the next step", () => {
    expect(reactToHint(5, { sequence: 6 })).toEqual({ isStale: true, missed: 0 });
  });

  it("counts what was missed", () => {
    expect(reactToHint(5, { sequence: 9 })).toEqual({ isStale: true, missed: 3 });
  });
});
