import { expect, it } from "vitest";
import { perMinute, socketAddress, tokenBucket } from "./socket-limits";

it("believes a forwarded address only from proxies that are trusted", () => {
  const forwarded = { "x-forwarded-for": "6.6.6.6, 203.0.113.9" };
  expect(socketAddress("198.51.100.7", forwarded, "loopback")).toBe("198.51.100.7");
  expect(socketAddress("::ffff:127.0.0.1", forwarded, "loopback")).toBe("203.0.113.9");
  expect(socketAddress("::1", {}, "loopback")).toBe("::1");
  expect(socketAddress("10.0.0.2", forwarded, "1")).toBe("203.0.113.9");
  expect(socketAddress("10.0.0.2", forwarded, "2")).toBe("6.6.6.6");
  expect(socketAddress("10.0.0.2", forwarded, "true")).toBe("6.6.6.6");
  expect(socketAddress("127.0.0.1", forwarded, "false")).toBe("127.0.0.1");
  expect(socketAddress("10.0.0.2", forwarded, "10.0.0.2, 203.0.113.9")).toBe("6.6.6.6");
});

it("counts by address and forgets with the minute", () => {
  const may = perMinute(() => 2);
  expect([may("a", 0), may("a", 1), may("a", 2), may("b", 3)]).toEqual([true, true, false, true]);
  expect(may("a", 60_000)).toBe(true);
});

it("lets a burst through and then a trickle", () => {
  const now = Date.now() + 1_000;
  const may = tokenBucket(2, 1_000);
  expect([may(now), may(now), may(now)]).toEqual([true, true, false]);
  expect([may(now + 1_000), may(now + 1_000)]).toEqual([true, false]);
});
