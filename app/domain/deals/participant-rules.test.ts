import { describe, expect, it } from "vitest";
import { mayLeave, mayRemove } from "./participant-rules";

const seller = { userId: "s1", role: "SUPPLY" as const, invitedBySide: null };
const colleague = { userId: "s2", role: "SUPPLY" as const, invitedBySide: null };
const buyer = { userId: "d1", role: "DEMAND" as const, invitedBySide: null };
const broker = { userId: "b1", role: "BROKER" as const, invitedBySide: null };
const lawyer = { userId: "l1", role: "LAWYER" as const, invitedBySide: "SUPPLY" as const };

describe("mayRemove", () => {
  it("lets a side remove its own people and advisers, and the broker", () => {
    for (const one of [colleague, lawyer, broker]) expect(mayRemove(seller, one)).toBe(true);
    expect(mayRemove(buyer, broker)).toBe(true);
  });
  it("protects the other side, its advisers and oneself", () => {
    for (const one of [seller, lawyer, buyer]) expect(mayRemove(buyer, one)).toBe(false);
    for (const by of [broker, lawyer]) expect(mayRemove(by, colleague)).toBe(false);
    expect(mayRemove({ userId: "x", role: null }, colleague)).toBe(false);
  });
});

describe("mayLeave", () => {
  it("keeps the last speaker of a side while the room runs", () => {
    expect(mayLeave(seller, [seller, buyer], false)).toBe(false);
    expect(mayLeave(seller, [seller, colleague, buyer], false)).toBe(true);
    expect(mayLeave(seller, [seller, buyer], true)).toBe(true);
  });
  it("lets brokers and advisers go", () => {
    expect(mayLeave(broker, [seller, buyer], false)).toBe(true);
    expect(mayLeave(lawyer, [seller, buyer], false)).toBe(true);
  });
});
