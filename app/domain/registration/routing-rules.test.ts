import { describe, expect, it } from "vitest";
import { type DelegationRow, routeRegistration } from "./routing-rules";

const row = (id: string, regionCode: string, rest: Partial<DelegationRow> = {}): DelegationRow => ({
  id,
  officeId: id,
  regionCode,
  belowFen: null,
  validFrom: "2020-01-01",
  validTo: null,
  ...rest,
});
const TABLE = [
  row("province", "370000"),
  row("zibo", "370300", { belowFen: 1_000_000_000n }),
  row("jinan", "370100"),
  row("lixia", "370102", { belowFen: 100_000_000n, validFrom: "2026-01-01" }),
  row("jinan-old", "370100", { validTo: "2021-12-31" }),
];
const officeOf = (regionCode: string, totalFen: bigint | null, on = "2026-11-22") =>
  routeRegistration({ regionCode, totalFen, on }, TABLE)?.officeId ?? null;

describe("routing", () => {
  it("goes to the narrowest region whose limit the amount stays below", () => {
    expect(officeOf("370102", 99_999_999n)).toBe("lixia");
    expect(officeOf("370102", 100_000_000n)).toBe("jinan");
    expect(officeOf("370103", 1n)).toBe("jinan");
    expect(officeOf("370303", 999_999_999n)).toBe("zibo");
    expect(officeOf("370303", 1_000_000_000n)).toBe("province");
    expect(officeOf("370800", 1n)).toBe("province");
  });

  it("takes a delegation only while it is in force", () => {
    expect(officeOf("370102", 1n, "2025-12-31")).toBe("jinan");
    expect(officeOf("370102", 1n, "2026-01-01")).toBe("lixia");
    expect(officeOf("370102", 1n, "2019-12-31")).toBeNull();
  });

  it("leaves an amount that cannot be summed to an office without a limit", () => {
    expect(officeOf("370303", null)).toBe("province");
    expect(officeOf("370102", null)).toBe("jinan");
  });

  it("knows nobody outside the table", () => {
    expect(officeOf("110101", 1n)).toBeNull();
  });
});
