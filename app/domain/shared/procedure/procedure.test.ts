import { describe, expect, it } from "vitest";
import { toMermaid } from "./diagram";
import { defineProcedure, openMoves, refusalOf } from "./procedure";

const door = defineProcedure({
  name: "door",
  version: "1",
  initial: "SHUT",
  states: ["SHUT", "OPEN", "WALLED"],
  relations: ["owner", "mason"],
  moves: {
    open: { from: ["SHUT"], to: "OPEN", by: ["owner"] },
    wallUp: { from: ["SHUT"], to: "WALLED", by: ["mason"] },
    shut: { from: ["OPEN"], to: "SHUT", by: ["owner", "mason"] },
  },
  clocks: { draught: { runsIn: ["OPEN"], unit: "DAY", parameter: "door.days", fires: "shut" } },
});

describe("procedure", () => {
  it("asks for the relation before it speaks of the state", () => {
    expect(refusalOf(door, "OPEN", new Set(), "open")).toBe("wrong_actor");
    expect(refusalOf(door, "OPEN", new Set(["owner"] as const), "open")).toBe("wrong_state");
    expect(refusalOf(door, "SHUT", new Set(["owner"] as const), "open")).toBeNull();
  });

  it("lists what is open to somebody", () => {
    expect(openMoves(door, "SHUT", new Set(["owner", "mason"] as const))).toEqual([
      "open",
      "wallUp",
    ]);
    expect(openMoves(door, "WALLED", new Set(["owner", "mason"] as const))).toEqual([]);
  });

  it("draws itself", () => {
    const text = toMermaid(door);
    expect(text).toContain("[*] --> SHUT");
    expect(text).toContain("OPEN --> SHUT: shut (owner / mason)");
    expect(text).toContain("WALLED --> [*]");
    expect(text).toContain("clock draught");
  });
});
