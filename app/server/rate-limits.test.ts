import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, expect, it } from "vitest";
import { rateLimits } from "./rate-limits";

let close = () => {};
afterEach(() => close());

it("gives a hall's phones and the devices at its door limits of their own", async () => {
  const app = express();
  app.use(rateLimits(2, 30));
  app.use((_req, res) => void res.send("ok"));
  const server = app.listen(0);
  close = () => server.close();
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (path: string, times: number, init: RequestInit = {}) => {
    const found: number[] = [];
    for (let turn = 0; turn < times; turn += 1) {
      found.push((await fetch(base + path, init)).status);
    }
    return found;
  };
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
