import { describe, expect, it } from "vitest";
import { Breaker } from "./breaker";

describe("Breaker", () => {
  it("opens after the failures allowed and lets one try through after the pause", () => {
    let now = 0;
    const breaker = new Breaker(2, 1_000, () => now);
    breaker.failedOnce();
    expect(breaker.isOpen()).toBe(false);
    breaker.failedOnce();
    expect(breaker.isOpen()).toBe(true);
    now = 1_001;
    expect(breaker.isOpen()).toBe(false);
    breaker.failedOnce();
    expect(breaker.isOpen()).toBe(true);
  });

  it("forgets failures after a success", () => {
    const breaker = new Breaker(2, 1_000, () => 0);
    breaker.failedOnce();
    breaker.succeeded();
    breaker.failedOnce();
    expect(breaker.isOpen()).toBe(false);
  });
});
