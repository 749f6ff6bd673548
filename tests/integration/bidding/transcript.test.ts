import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "~/domain/audit/canonical-json";
import { dropProxyBid } from "~/domain/bidding/drop-proxy-bid.server";
import { EXAMPLE_RULES } from "~/domain/bidding/example-auctions";
import { placeBid } from "~/domain/bidding/place-bid.server";
import { publishTranscript } from "~/domain/bidding/publish-transcript.server";
import { setProxyBid } from "~/domain/bidding/set-proxy-bid.server";
import { findTranscriptPage, findTranscriptText } from "~/domain/bidding/transcript-queries.server";
import type { Transcript } from "~/domain/bidding/transcript-rules";
import { makeVerifierCommand, makeVerifierPage } from "~/domain/bidding/transcript-verifier.server";
import { verifyTranscript } from "~/domain/bidding/verify-transcript-rules";
import { systemActor } from "~/domain/identity/actor";
import { clientKey, finishAuction, openAuction, type TestAuction } from "../../factories/auctions";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const market = systemActor("test");
let auction: TestAuction;
let text: string;

const actorOf = (bidder: number) => {
  const found = auction.bidders[bidder - 1]?.actor;
  if (!found) throw new Error("no such bidder");
  return found;
};
const wish = (amountFen: bigint) => ({
  auctionId: auction.auctionId,
  clientKey: clientKey(),
  amountFen,
});

beforeAll(async () => {
  auction = await openAuction(t, {
    rules: { ...EXAMPLE_RULES.ASCENDING, timeFactor: 300 },
    reserve: { kind: "SECRET", amountFen: 104_000n },
  });
  await setProxyBid(wish(110_000n), actorOf(1), t.db);
  await placeBid(wish(103_000n), actorOf(2), t.db);
  await setProxyBid(wish(107_500n), actorOf(3), t.db);
  await setProxyBid(wish(107_000n), actorOf(3), t.db);
  await dropProxyBid({ auctionId: auction.auctionId, clientKey: clientKey() }, actorOf(3), t.db);
  await placeBid(wish(105_000n), actorOf(2), t.db);
  await finishAuction(t, auction);
  await publishTranscript(auction.auctionId, market, t.db);
  await publishTranscript(auction.auctionId, market, t.db);
  text = (await findTranscriptText(t.db, auction.number)) ?? "";
});

describe("a transcript", () => {
  it("is verified by nothing but its bytes", async () => {
    const winner = auction.bidders[0];
    expect(await verifyTranscript(text, null)).toMatchObject({
      isValid: true,
      result: { outcome: "WON", bidder: 1, amountFen: "108000", isPreemptive: false },
      winner: winner?.actor.memberships[0]?.organisationName,
      lotNumber: auction.number,
      isKnownKey: null,
    });
    const page = await findTranscriptPage(t.db, auction.number, 1);
    expect(page?.head.sequence).toBe((JSON.parse(text) as Transcript).events.length);
    expect(await findTranscriptPage(t.db, 2 ** 31, 1)).toBeNull();
  });

  it("opens what was secret, and nothing of it stood in the database in plain text", async () => {
    const kinds = (JSON.parse(text) as Transcript).events.map((one) => one.kind);
    expect(kinds.filter((one) => one === "OPENED")).toHaveLength(3);
    expect(kinds).toContain("RESERVE_OPENED");
    const rows = await t.db.proxyBid.findMany({ where: { auctionId: auction.auctionId } });
    expect(JSON.stringify(rows)).not.toMatch(/110000|107000|107500/);
  });

  it("is refused when a byte is changed, an event is moved, removed, cut off or added", async () => {
    const fail = async (change: (copy: { events: object[]; head: object }) => void) => {
      const copy = JSON.parse(text);
      change(copy);
      expect(await verifyTranscript(canonicalJson(copy), null)).toMatchObject({ isValid: false });
    };
    const { events } = JSON.parse(text) as { events: object[] };
    for (const index of events.keys()) {
      await fail((copy) => copy.events.splice(index, 1));
      await fail((copy) => copy.events.splice(index, 0, copy.events[index] ?? {}));
      await fail((copy) => copy.events.reverse());
    }
    await fail((copy) => copy.events.splice(-3));
    for (let at = 0; at < text.length; at += 97) {
      const other = text[at] === "1" ? "2" : "1";
      const changed = `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
      expect(await verifyTranscript(changed, null), `byte ${at}`).toMatchObject({ isValid: false });
    }
    expect(await verifyTranscript(`${text}\n`, null)).toMatchObject({ failed: "form" });
    expect(await verifyTranscript("", null)).toMatchObject({ failed: "form" });
    expect(await verifyTranscript("{}", null)).toMatchObject({ failed: "form" });
    expect(await verifyTranscript("null", null)).toMatchObject({ failed: "form" });
  });

  it("is verified by one file in an empty folder, in both languages", async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "transcript-"));
    const run = promisify(execFile);
    try {
      await writeFile(path.join(folder, "verify-auction.mjs"), await makeVerifierCommand(t.db));
      await writeFile(path.join(folder, "transcript.json"), text);
      await writeFile(path.join(folder, "changed.json"), text.replace("105000", "105001"));
      const good = await run("node", ["verify-auction.mjs", "transcript.json"], { cwd: folder });
      expect(good.stdout).toMatch(/核验通过[\s\S]*1,080\.00 元[\s\S]*Verified[\s\S]*came with/);
      const bad = run("node", ["verify-auction.mjs", "changed.json"], { cwd: folder });
      await expect(bad).rejects.toMatchObject({ code: 1, stdout: /Refused/ });
    } finally {
      await rm(folder, { recursive: true });
    }
    const { html, policy } = await makeVerifierPage(t.db);
    expect(html).not.toMatch(/(src|href)=|import\s*\(|https?:\/\/(?!www\.w3\.org)/);
    expect(policy).toContain("default-src 'none'");
  });
});
