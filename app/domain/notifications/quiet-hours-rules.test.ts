import { describe, expect, it } from "vitest";
import { quietUntil } from "./quiet-hours-rules";

const at = (text: string) => new Date(`${text}+08:00`);

describe("quietUntil", () => {
  it("waits for the morning when the night runs over midnight", () => {
    const night = { quietFrom: 22, quietTo: 7 };
    expect(quietUntil(at("2026-11-22T23:30:00"), night)).toEqual(at("2026-11-23T07:00:00"));
    expect(quietUntil(at("2026-11-23T00:00:00"), night)).toEqual(at("2026-11-23T07:00:00"));
    expect(quietUntil(at("2026-11-23T06:59:59"), night)).toEqual(at("2026-11-23T07:00:00"));
  });

  it("lets mail go outside the quiet hours, to the second", () => {
    const night = { quietFrom: 22, quietTo: 7 };
    expect(quietUntil(at("2026-11-22T21:59:59"), night)).toBeNull();
    expect(quietUntil(at("2026-11-23T07:00:00"), night)).toBeNull();
  });

  it("knows quiet hours within one day", () => {
    const noon = { quietFrom: 12, quietTo: 14 };
    expect(quietUntil(at("2026-11-22T12:00:00"), noon)).toEqual(at("2026-11-22T14:00:00"));
    expect(quietUntil(at("2026-11-22T14:00:00"), noon)).toBeNull();
  });

  it("is never quiet without two different hours", () => {
    expect(quietUntil(at("2026-11-22T03:00:00"), { quietFrom: null, quietTo: 7 })).toBeNull();
    expect(quietUntil(at("2026-11-22T03:00:00"), { quietFrom: 3, quietTo: 3 })).toBeNull();
  });
});
