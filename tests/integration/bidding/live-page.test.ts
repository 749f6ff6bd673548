import { describe, expect, it } from "vitest";
import { EXAMPLE_RULES } from "~/domain/bidding/example-auctions";
import { placeBid } from "~/domain/bidding/place-bid.server";
import { listEvents } from "~/domain/bidding/screen-queries.server";
import { setProxyBid } from "~/domain/bidding/set-proxy-bid.server";
import { suspendAuction } from "~/domain/bidding/suspend-auction.server";
import type { UserActor } from "~/domain/identity/actor";
import { newId } from "~/domain/shared/ids";
import { answerBidder, answerLiveScript } from "~/http/bidding/answer-live-form.server";
import { answerOfficeForm } from "~/http/bidding/answer-office-form.server";
import { loadLiveState, readLive } from "~/http/bidding/load-live.server";
import { clientKey, openAuction, type TestAuction } from "../../factories/auctions";
import { makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");

const person = (auction: TestAuction, number: number): UserActor => {
  const found = auction.bidders[number - 1];
  if (!found) throw new Error("no such bidder");
  return found.actor;
};
const post = (fields: Record<string, string>) =>
  new Request("http://localhost/lots/1/live", {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });

type Body = {
  answer: { outcome: string; reason: string | null } | null;
  result?: { error?: Record<string, string[] | null> | null };
};

/** Sends a form as its page does. */
async function send(
  auction: TestAuction,
  actor: UserActor,
  fields: Record<string, string>,
): Promise<{ status: number; body: Body | null; headers: Headers | null }> {
  const request = post({ clientKey: newId(), ...fields });
  const answer = await answerBidder(request, auction.number, actor, t.db);
  if (answer instanceof Response) {
    return { status: answer.status, body: null, headers: answer.headers };
  }
  return { status: answer.init?.status ?? 200, body: answer.data as Body, headers: null };
}

const read = async (auction: TestAuction, actor: UserActor | null, query = "") => {
  const request = new Request(`http://localhost/lots/${auction.number}/live${query}`);
  return (await readLive(request, auction.number, actor, t.db)).data;
};

describe("forms of a bidder", () => {
  it("lead back to the page without client code and answer in place with it", async () => {
    const auction = await openAuction(t);
    const plain = await send(auction, person(auction, 1), { intent: "bid", amount: "1,000" });
    expect(plain.status).toBe(302);
    expect(plain.headers?.get("location")).toBe(`/lots/${auction.number}/live`);
    const fields = { intent: "bid", amount: "1010", by: "script" };
    const scripted = await send(auction, person(auction, 2), fields);
    expect(scripted).toMatchObject({ status: 200, body: { answer: { outcome: "ACCEPTED" } } });
  });

  it("say at the field what is wrong", async () => {
    const auction = await openAuction(t);
    const faults = [
      ["", 400, "required"],
      ["一千", 400, "not_an_amount"],
      ["-5", 400, "not_an_amount"],
      ["0", 400, "not_an_amount"],
      ["1e9", 400, "not_an_amount"],
      ["999", 422, "bid_below_start"],
      ["1005", 422, "bid_not_multiple"],
    ] as const;
    for (const [amount, status, code] of faults) {
      const sent = await send(auction, person(auction, 1), { intent: "bid", amount });
      expect([amount, sent.status]).toEqual([amount, status]);
      expect(sent.body?.result?.error?.amount?.[0]).toBe(code);
    }
  });

  it("pressed twice bid once; the same key with another amount is another bid", async () => {
    const auction = await openAuction(t);
    const key = newId();
    const fields = { intent: "bid", amount: "1000", clientKey: key, by: "script" };
    const [first, second] = await Promise.all([
      send(auction, person(auction, 1), fields),
      send(auction, person(auction, 1), fields),
    ]);
    expect(second.body?.answer).toEqual(first.body?.answer);
    await send(auction, person(auction, 2), { intent: "bid", amount: "1010" });
    // A page that the browser brought back from its history still carries the old key.
    const later = await send(auction, person(auction, 1), { ...fields, amount: "1020" });
    expect(later.body?.answer).toMatchObject({ outcome: "ACCEPTED", amountFen: "102000" });
    const { events } = await listEvents(t.db, auction.auctionId, { skip: 0, take: 50 });
    expect(events.filter((event) => event.kind === "BID")).toHaveLength(3);
  });

  it("ask about a large jump, and take it when it is confirmed", async () => {
    const rules = { ...EXAMPLE_RULES.ASCENDING, jumpConfirmSteps: 5 };
    const auction = await openAuction(t, { rules });
    const fields = { intent: "bid", amount: "5000", clientKey: newId() };
    const asked = await send(auction, person(auction, 1), fields);
    expect(asked).toMatchObject({
      status: 200,
      body: { answer: { outcome: "CONFIRM", amountFen: "500000", minimumFen: "100000" } },
    });
    const confirmed = await send(auction, person(auction, 1), { ...fields, isConfirmed: "on" });
    expect(confirmed.status).toBe(302);
  });

  it("of a stranger, an operator, an unknown intent and an unknown lot get nowhere", async () => {
    const auction = await openAuction(t);
    const bid = { intent: "bid", amount: "1000" };
    for (const actor of [await makeStranger(t.db), auction.operator, auction.seller]) {
      const sent = await send(auction, actor, bid);
      expect(sent.status).toBe(403);
      expect(sent.body?.answer).toBeNull();
    }
    const bidder = person(auction, 1);
    await expect(send(auction, bidder, { intent: "win" })).rejects.toThrow("bad_form");
    await expect(send({ ...auction, number: 999_999 }, bidder, bid)).rejects.toThrow("not_found");
    const forged = await send(auction, bidder, { ...bid, clientKey: "'; DROP" });
    expect(forged.status).toBe(400);
  });

  it("set and drop a maximum, which only its bidder sees", async () => {
    const auction = await openAuction(t);
    const fields = { intent: "proxy", amount: "9990", by: "script" };
    const set = await send(auction, person(auction, 1), fields);
    expect(set.body?.answer?.outcome).toBe("ACCEPTED");
    const own = (await read(auction, person(auction, 1))).live;
    expect(own?.view.you).toMatchObject({ proxyFen: "999000", isBest: true });
    const dropped = await send(auction, person(auction, 1), { intent: "dropProxy", by: "script" });
    expect(dropped.body?.answer?.outcome).toBe("ACCEPTED");
    expect((await read(auction, person(auction, 1))).live?.view.you?.proxyFen).toBeNull();
  });
});

describe("the page", () => {
  it("tells nobody the reserve, maximums, sealed bids or names of others", async () => {
    const auction = await openAuction(t, {
      reserve: { kind: "SECRET", amountFen: 345_678n },
    });
    const { auctionId } = auction;
    const maximum = { auctionId, amountFen: 777_000n, clientKey: clientKey(), isConfirmed: true };
    await setProxyBid(maximum, person(auction, 2), t.db);
    await placeBid(
      { auctionId, amountFen: 102_000n, clientKey: clientKey() },
      person(auction, 1),
      t.db,
    );
    const readers = [
      null,
      person(auction, 1),
      await makeStranger(t.db),
      auction.operator,
      auction.seller,
    ];
    for (const reader of readers) {
      const said = JSON.stringify(await read(auction, reader));
      expect(said).not.toContain("345678");
      expect(said).not.toContain("777000");
      for (const one of auction.bidders) {
        if (one.actor === reader) continue;
        expect(said).not.toContain(one.organisationId);
        expect(said).not.toContain(one.actor.userId);
        expect(said).not.toContain(one.actor.memberships[0]?.organisationName);
      }
    }
  });

  it("pages the record backwards without a gap", async () => {
    const auction = await openAuction(t);
    const { auctionId } = auction;
    for (let turn = 0; turn < 30; turn += 1) {
      const amountFen = BigInt(100_000 + turn * 1_000);
      await placeBid(
        { auctionId, amountFen, clientKey: clientKey() },
        person(auction, 1 + (turn % 3)),
        t.db,
      );
    }
    const newest = (await read(auction, null)).live?.view.lines[0]?.sequence ?? 0;
    const seen: number[] = [];
    for (let before = newest + 1; before > 1; ) {
      const page = (await read(auction, null, `?before=${before}`)).live?.older;
      const numbers = page?.lines.map((line) => line.sequence) ?? [];
      seen.push(...numbers);
      before = page?.hasMore ? (numbers.at(-1) ?? 0) : 0;
    }
    expect(seen).toEqual(Array.from({ length: 31 }, (_, at) => 32 - at));
  });

  it("of a lot that is not public, or not there, is not found", async () => {
    const auction = await openAuction(t);
    await expect(read({ ...auction, number: 0 }, null)).rejects.toThrow("not_found");
    await expect(read({ ...auction, number: Number.NaN }, null)).rejects.toThrow("not_found");
  });
});

it("an operator must say why, and confirm what cannot be undone", async () => {
  const auction = await openAuction(t);
  const operate = (fields: Record<string, string>, actor = auction.operator) =>
    answerOfficeForm(post(fields), auction.auctionId, actor, t.db);
  expect(await operate({ intent: "suspend", note: "" })).toMatchObject({ init: { status: 400 } });
  const unconfirmed = { intent: "void", note: "卖方对标的无处分权" };
  expect(await operate(unconfirmed)).toMatchObject({ init: { status: 422 } });
  expect(await operate({ intent: "suspend", note: "收到法院通知" }, auction.seller)).toMatchObject({
    init: { status: 403 },
  });
  expect(await operate({ intent: "suspend", note: "收到法院通知" })).toBeInstanceOf(Response);
  expect((await read(auction, null)).live?.view.board.status).toBe("SUSPENDED");
  const again = { auctionId: auction.auctionId, note: "再次暂停竞价" };
  await expect(suspendAuction(again, auction.operator, t.db)).rejects.toThrow("wrong_state");
});

it("is read again, and bid on, by scripts without a session only as a spectator", async () => {
  const auction = await openAuction(t);
  const params = { number: String(auction.number) };
  const context = {} as never;
  const url = `http://localhost/lots/${auction.number}/live/state`;
  const read = await loadLiveState({ request: new Request(url), params, context });
  expect(read.headers.get("cache-control")).toBe("no-store");
  expect(await read.json()).toMatchObject({
    view: { you: null, canOperate: false },
    hasBid: false,
  });
  const bid = post({ intent: "bid", amount: "1000", clientKey: newId() });
  const answered = await answerLiveScript({ request: bid, params, context });
  expect(answered.status).toBe(401);
  expect(await listEvents(t.db, auction.auctionId, { skip: 0, take: 9 })).toMatchObject({
    total: 2,
  });
});
