import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Db } from "~/platform/db.server";
import { rememberForAMinute, rememberForSeconds } from "./remember.server";

const db = {} as Db;
const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("rememberForAMinute", () => {
  it("reads once for all who ask within the minute, and apart for each database", async () => {
    const load = vi.fn(async () => load.mock.calls.length);
    const read = rememberForAMinute(load);
    expect(await Promise.all([read(db), read(db)])).toEqual([1, 1]);
    await read({} as Db);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it("gives the old answer at once while it reads the next, and that one afterwards", async () => {
    let count = 0;
    const read = rememberForAMinute(async () => ++count);
    expect(await read(db)).toBe(1);
    vi.advanceTimersByTime(2 * MINUTE);
    expect(await Promise.all([read(db), read(db)])).toEqual([1, 1]);
    expect(count).toBe(2);
    await Promise.resolve();
    expect(await read(db)).toBe(2);
  });

  it("does not give an answer older than five minutes", async () => {
    let count = 0;
    const read = rememberForAMinute(async () => ++count);
    await read(db);
    vi.advanceTimersByTime(6 * MINUTE);
    expect(await read(db)).toBe(2);
  });

  it("forgets a failure and keeps the last good answer over a failing renewal", async () => {
    let isBroken = true;
    const read = rememberForAMinute(async () => {
      if (isBroken) throw new Error("away");
      return "good";
    });
    await expect(read(db)).rejects.toThrow("away");
    isBroken = false;
    expect(await read(db)).toBe("good");
    isBroken = true;
    vi.advanceTimersByTime(2 * MINUTE);
    expect(await read(db)).toBe("good");
    await Promise.resolve();
    isBroken = false;
    expect(await read(db)).toBe("good");
  });
});

it("keeps an answer for some seconds and reads again at once afterwards", async () => {
  let count = 0;
  const read = rememberForSeconds(3, async () => ++count);
  await read(db);
  vi.advanceTimersByTime(2_900);
  expect(await read(db)).toBe(1);
  vi.advanceTimersByTime(200);
  expect(await read(db)).toBe(2);
});

it("keeps what is dear to read for longer, and gives the old answer while it reads", async () => {
  let count = 0;
  const read = rememberForSeconds(3, async () => {
    vi.advanceTimersByTime(2_000);
    return ++count;
  });
  await read(db);
  vi.advanceTimersByTime(19_000);
  expect(await read(db)).toBe(1);
  vi.advanceTimersByTime(2_000);
  expect(await read(db)).toBe(1);
  await Promise.resolve();
  expect(await read(db)).toBe(2);
});

it("shares a first read however long it takes", async () => {
  const load = vi.fn(() => new Promise<number>((done) => setTimeout(() => done(1), 5)));
  const read = rememberForSeconds(3, load);
  const first = read(db);
  vi.advanceTimersByTime(10_000);
  expect(await Promise.all([first, read(db)])).toEqual([1, 1]);
  expect(load).toHaveBeenCalledTimes(1);
});
