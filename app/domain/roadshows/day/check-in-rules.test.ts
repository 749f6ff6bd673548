import { expect, it } from "vitest";
import { correctScanTime, readScannedCode, searchPeople } from "./check-in-rules";

const at = (time: string) => new Date(`2026-03-20T${time}+08:00`);
const from = new Date("2026-03-19T18:00:00+08:00");

it("corrects a clock that is hours behind or days ahead, and keeps to what is possible", () => {
  const received = at("09:30:00");
  const late = correctScanTime(at("06:00:00"), at("06:30:00"), received, from);
  expect(late).toEqual({ scannedAt: at("09:00:00"), offsetMs: 3 * 3_600_000 });
  const ahead = new Date("2026-03-22T09:30:00+08:00");
  const early = correctScanTime(new Date("2026-03-22T09:10:00+08:00"), ahead, received, from);
  expect(early.scannedAt).toEqual(at("09:10:00"));
  const future = correctScanTime(at("11:00:00"), at("09:30:00"), received, from);
  expect(future.scannedAt).toEqual(received);
  const longAgo = correctScanTime(new Date("2025-01-01T00:00:00Z"), received, received, from);
  expect(longAgo.scannedAt).toEqual(from);
  const wild = correctScanTime(new Date(0), new Date(0), received, from);
  expect(wild.scannedAt).toEqual(received);
  expect(wild.offsetMs).toBeLessThanOrEqual(2 ** 31 - 1);
});

it("reads a code out of an address too", () => {
  expect(readScannedCode(" abCD2345ef ")).toBe("ABCD2345EF");
  expect(readScannedCode("https://market.example/roadshows/7/tickets/abcd")).toBe("ABCD");
  expect(readScannedCode("https://market.example/x?code=QRST")).toBe("QRST");
});

it("finds people by name, unit, number or last digits", () => {
  const one = { number: 12, name: "王芳", organisationName: "海岱新材", phoneTail: "5678" };
  const two = { number: 5678, name: "李强", organisationName: "泉城电池", phoneTail: "1234" };
  const find = (query: string) => searchPeople([one, two], query, 10).map((person) => person.name);
  expect(find("王")).toEqual(["王芳"]);
  expect(find("泉城")).toEqual(["李强"]);
  expect(find("#12")).toEqual(["王芳"]);
  expect(find("5678")).toEqual(["王芳", "李强"]);
  expect(find("  ")).toEqual([]);
});
