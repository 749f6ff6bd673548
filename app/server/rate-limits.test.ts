import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, expect, it } from "vitest";
import { rateLimits } from "./rate-limits";

let close = () => {};
afterEach(() => close());

async function serve(limit: number) {
  const app = express();
  app.use(rateLimits(limit, 30));
  app.use((_req, res) => void res.send("ok"));
  const server = app.listen(0);
  close = () => server.close();
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return async (path: string, times: number, init: RequestInit = {}) => {
    const found: number[] = [];
    for (let turn = 0; turn < times; turn += 1) {
      found.push((await fetch(base + path, init)).status);
    }
    return found;
  };
}

it("gives a hall's phones and the devices at its door limits of their own", async () => {
  const ask = await serve(2);
  const phones = await ask("/roadshows/7/live.data", 61);
  expect(phones.filter((one) => one === 200)).toHaveLength(60);
  const send = (session: string) =>
    ask("/desk/roadshows/x/check-in/batch", 3, {
      method: "POST",
      headers: { cookie: `market.session_token=${session}` },
    });
  expect(await send("one")).toEqual([200, 200, 429]);
  expect(await send("two")).toEqual([200, 200, 429]);
  expect(await ask("/roadshows", 3)).toEqual([200, 200, 429]);
});

it("counts what a hall's phones post for each session, and all of them for their address", async () => {
  const ask = await serve(2);
  const post = (session: string, path = "/roadshows/7/live.data", times = 3) =>
    ask(path, times, { method: "POST", headers: { cookie: `market.session_token=${session}` } });
  expect(await ask("/roadshows/7", 3)).toEqual([200, 200, 429]);
  for (const session of ["one", "two", "three"]) {
    expect(await post(session)).toEqual([200, 200, 429]);
  }
  // Made-up cookies do not help beyond the hall's share: nine are gone of sixty.
  const found = await Promise.all(
    Array.from({ length: 55 }, (_, nth) => post(`made-up-${nth}`, "/roadshows/7/live", 1)),
  );
  expect(found.flat().filter((one) => one === 200)).toHaveLength(51);
});
