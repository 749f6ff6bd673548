import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, it } from "vitest";
import { hashEvent } from "~/domain/audit/append-audit.server";
import { acceptNda } from "~/domain/deals/accept-nda.server";
import { getDealFrame } from "~/domain/deals/deal-frame-queries.server";
import { getDealLog } from "~/domain/deals/deal-log-queries.server";
import { getConversation } from "~/domain/deals/deal-message-queries.server";
import { getDisclosure } from "~/domain/deals/disclosure-queries.server";
import { exportEvidence } from "~/domain/deals/export-evidence.server";
import { grantDisclosure } from "~/domain/deals/grant-disclosure.server";
import { openSection } from "~/domain/deals/open-disclosure.server";
import { getPeople } from "~/domain/deals/people-queries.server";
import { postDealMessage } from "~/domain/deals/post-deal-message.server";
import { readDisclosedFile } from "~/domain/deals/read-disclosed-file.server";
import { removePerson } from "~/domain/deals/remove-person.server";
import { revokeDisclosure } from "~/domain/deals/revoke-disclosure.server";
import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock, useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { storeMade } from "~/domain/shared/store-file.server";
import { renderPdf } from "~/platform/pdf-document.server";
import { addParticipant, makeDeal } from "../../factories/deals";
import { makeMember, makeStranger } from "../../factories/people";
import { codeOf } from "../../setup/code-of";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const DAY_MS = 86_400_000;
let testClock: ReturnType<typeof useTestClock> | undefined;
afterEach(() => {
  testClock?.restore();
  testClock = undefined;
});

const pages = { grants: 1, log: 1 };
const SECRETS = { description: "配方 A-17", applications: "储能专用", team: "王某某" };
const FILE_NAME = "中试报告-密.pdf";

/** A room whose achievement keeps three sections and a PDF to named people. */
async function makeScene() {
  const deal = await makeDeal(t.db);
  await t.db.achievement.update({
    where: { id: deal.achievementId },
    data: {
      description: SECRETS.description,
      applications: SECRETS.applications,
      team: [{ role: SECRETS.team, expertise: "" }],
      sectionVisibility: { description: "NDA", applications: "NAMED", team: "NAMED" },
    },
  });
  const bytes = await renderPdf({
    title: "报告",
    author: "测试",
    language: "zh-CN",
    createdAt: clock.now(),
    blocks: [{ kind: "paragraph", text: "中试数据" }],
  });
  const fileId = await storeMade(
    {
      purpose: "DEAL",
      organisationId: deal.supply.id,
      userId: deal.seller.userId,
      name: FILE_NAME,
      bytes,
      contentType: "application/pdf",
      ending: "pdf",
    },
    t.db,
    async (tx, file) => {
      await tx.listingFile.create({
        data: {
          id: newId(),
          achievementId: deal.achievementId,
          fileId: file.id,
          role: "ATTACHMENT",
          visibility: "NAMED",
          sort: 0,
        },
      });
      return file.id;
    },
  );
  const second = await makeMember(t.db, deal.demand.id);
  await addParticipant(t.db, deal.id, second.userId, {
    role: "DEMAND",
    organisationId: deal.demand.id,
  });
  return { ...deal, fileId, bytes, second };
}

type Scene = Awaited<ReturnType<typeof makeScene>>;

const grant = (scene: Scene, things: string[], to: UserActor, until: string | null = null) =>
  grantDisclosure(scene.id, { things, userIds: [to.userId], until }, scene.seller, t.db);

async function accept(scene: Scene, actor: UserActor) {
  const { nda } = await getDisclosure(scene.id, pages, actor, t.db);
  await acceptNda(scene.id, { textHash: nda.hash, ipAddress: "192.0.2.7" }, actor, t.db);
  return nda;
}

/** Everything that the pages of a room hand to one reader, as text. */
async function everythingFor(scene: Scene, actor: UserActor): Promise<string> {
  return JSON.stringify([
    await getDealFrame(scene.id, actor, t.db),
    await getConversation(scene.id, null, actor, t.db),
    await getDisclosure(scene.id, pages, actor, t.db),
    await getPeople(scene.id, actor, t.db),
    await getDealLog(scene.id, { skip: 0, take: 100 }, actor, t.db),
  ]);
}

it("opens one section to one person after the undertaking, and nothing else to anybody", async () => {
  const scene = await makeScene();
  const { buyer, second, seller } = scene;
  expect(
    await codeOf(
      grantDisclosure(
        scene.id,
        { things: ["section:description"], userIds: [seller.userId], until: null },
        buyer,
        t.db,
      ),
    ),
  ).toBe("deal_not_grantable");
  expect(await codeOf(grant(scene, ["section:price"], buyer))).toBe("deal_not_grantable");
  expect(await codeOf(grant(scene, [`file:${newId()}`], buyer))).toBe("deal_not_grantable");
  expect(await codeOf(grant(scene, ["section:team"], seller))).toBe("deal_grantee");
  expect(await codeOf(grant(scene, ["section:team"], await makeStranger(t.db)))).toBe(
    "deal_grantee",
  );
  expect(await codeOf(grant(scene, ["section:team"], buyer, calendarDate(clock.now())))).toBe(
    "deal_expiry_past",
  );
  await grant(scene, ["section:description", `file:${scene.fileId}`], buyer);
  expect((await getDealFrame(scene.id, buyer, t.db)).step).toBe("acceptNda");

  const opened = (await getDisclosure(scene.id, pages, buyer, t.db)).toMe;
  const section = opened.find((one) => one.thing.section === "description")?.grantId ?? "";
  const file = opened.find((one) => one.thing.section === null)?.grantId ?? "";
  expect(await codeOf(openSection(scene.id, section, "zh-CN", buyer, t.db))).toBe(
    "deal_nda_required",
  );
  expect(await codeOf(readDisclosedFile(scene.id, file, buyer, t.db))).toBe("deal_nda_required");
  const wrong = { textHash: "0".repeat(64), ipAddress: "" };
  expect(await codeOf(acceptNda(scene.id, wrong, buyer, t.db))).toBe("deal_nda_changed");
  const nda = await accept(scene, buyer);
  await accept(scene, buyer);
  await accept(scene, second);
  const kept = await t.db.ndaAcceptance.findMany({ where: { dealId: scene.id } });
  expect(kept).toHaveLength(2);
  for (const one of kept) {
    expect(createHash("sha256").update(one.text).digest("hex")).toBe(one.textHash);
    expect(one).toMatchObject({ textHash: nda.hash, ipAddress: "192.0.2.7" });
  }

  const seen = await openSection(scene.id, section, "zh-CN", buyer, t.db);
  expect(JSON.stringify(seen)).toContain(SECRETS.description);
  expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${SECRETS.applications}|${SECRETS.team}`));
  expect(seen.watermark).toMatchObject({ name: buyer.name });
  for (const actor of [second, seller, await makeStranger(t.db)]) {
    expect(await codeOf(openSection(scene.id, section, "zh-CN", actor, t.db))).toBe("not_found");
  }
  // Lists carry no content; the name of the file is known to its owner and its grantee only.
  for (const actor of [buyer, second, seller]) {
    const all = await everythingFor(scene, actor);
    for (const secret of Object.values(SECRETS)) expect(all).not.toContain(secret);
    expect(all.includes(FILE_NAME)).toBe(actor !== second);
  }

  const pdf = await readDisclosedFile(scene.id, file, buyer, t.db);
  expect(Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe("%PDF-");
  expect(Buffer.from(pdf.bytes).equals(scene.bytes)).toBe(false);
  await openSection(scene.id, section, "zh-CN", buyer, t.db);
  const log = (await getDisclosure(scene.id, pages, seller, t.db)).log;
  expect(log?.entries.map((one) => one.how).sort()).toEqual(["FILE", "PAGE"]);
  expect((await getDisclosure(scene.id, pages, second, t.db)).log?.total).toBe(2);
});

it("a grant ends at once when taken back, with its time, and with the person's part", async () => {
  testClock = useTestClock(new Date("2026-11-23T02:00:00Z"));
  const scene = await makeScene();
  const { buyer, second, seller } = scene;
  await accept(scene, buyer);
  await accept(scene, second);
  const grantIdOf = async (actor: UserActor) =>
    (await getDisclosure(scene.id, pages, actor, t.db)).toMe[0]?.grantId ?? "";
  const open = (id: string, actor: UserActor) =>
    codeOf(openSection(scene.id, id, "zh-CN", actor, t.db));

  await grant(scene, ["section:description"], buyer);
  const first = await grantIdOf(buyer);
  expect(await open(first, buyer)).toBe("done");
  expect(await codeOf(revokeDisclosure(scene.id, first, buyer, t.db))).toBe("forbidden");
  const revoked = await Promise.all(
    [1, 2].map(() => codeOf(revokeDisclosure(scene.id, first, seller, t.db))),
  );
  expect(revoked.sort()).toEqual(["done", "wrong_state"]);
  expect(await open(first, buyer)).toBe("not_found");
  expect(await grantIdOf(buyer)).toBe("");

  await grant(scene, ["section:description"], buyer, "2026-11-24");
  const dated = await grantIdOf(buyer);
  expect(await open(dated, buyer)).toBe("done");
  testClock.advance(2 * DAY_MS);
  expect(await open(dated, buyer)).toBe("not_found");

  // Opened twice at once there is one running grant.
  await Promise.all([1, 2].map(() => grant(scene, ["section:description"], second)));
  const running = { dealId: scene.id, granteeId: second.userId, revokedAt: null };
  expect(await t.db.disclosureGrant.count({ where: running })).toBe(1);
  const last = await grantIdOf(second);
  await removePerson(scene.id, second.userId, buyer, t.db);
  expect(await open(last, second)).toBe("not_found");
  expect(await t.db.disclosureGrant.count({ where: running })).toBe(0);
});

it("the evidence agrees with its manifest and the audit chain, for both sides only", async () => {
  const scene = await makeScene();
  await postDealMessage(
    scene.id,
    { clientKey: newId(), body: "您好 𬭎", upload: null },
    scene.buyer,
    t.db,
  );
  await accept(scene, scene.buyer);
  await grant(scene, [`file:${scene.fileId}`, "section:team"], scene.buyer);
  const broker = await makeStranger(t.db);
  await addParticipant(t.db, scene.id, broker.userId, { role: "EVALUATOR" });
  expect(await codeOf(exportEvidence(scene.id, broker, t.db))).toBe("deal_area_closed");
  expect(await codeOf(exportEvidence(scene.id, await makeStranger(t.db), t.db))).toBe("not_found");

  const { bytes } = await exportEvidence(scene.id, scene.second, t.db);
  const files = unzipSync(bytes);
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const manifest = JSON.parse(read("manifest.json")) as {
    files: { name: string; sha256: string }[];
  };
  expect(manifest.files.map((one) => one.name).sort()).toEqual(
    Object.keys(files)
      .filter((name) => name !== "manifest.json")
      .sort(),
  );
  for (const one of manifest.files) {
    const made = createHash("sha256")
      .update(files[one.name] ?? "")
      .digest("hex");
    expect(made).toBe(one.sha256);
  }
  expect(read("messages.json")).toContain("您好 𬭎");
  const events = JSON.parse(read("audit.json")) as { sequence: string; at: string; hash: string }[];
  expect(events.length).toBeGreaterThan(2);
  for (const { hash, ...event } of events) {
    const whole = { ...event, sequence: BigInt(event.sequence), at: new Date(event.at) };
    expect(hashEvent(whole as unknown as Parameters<typeof hashEvent>[0])).toBe(hash);
  }
  const all = Object.keys(files).map(read).join("\n");
  for (const secret of [...Object.values(SECRETS), FILE_NAME]) expect(all).not.toContain(secret);
});
