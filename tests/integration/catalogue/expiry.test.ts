import { afterEach, beforeEach, expect, it } from "vitest";
import { fireListingClock } from "~/domain/catalogue/listing-clocks.server";
import { getListing } from "~/domain/catalogue/listing-store.server";
import { publishImported } from "~/domain/catalogue/publish-imported.server";
import { reconfirmByLink } from "~/domain/catalogue/reconfirm-link.server";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { useTestClock } from "~/domain/shared/clock";
import { sweepClocks } from "~/domain/shared/procedure/sweep-clocks.server";
import { makeListingIn } from "../../factories/listings";
import { makeMember, makeOrganisation } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const DAY_MS = 86_400_000;
const t = useTestDb();
let time: ReturnType<typeof useTestClock>;
let publisher: UserActor;
let id: string;

beforeEach(async () => {
  time = useTestClock(new Date("2026-03-02T02:00:00Z"));
  const { id: organisationId } = await makeOrganisation(t.db);
  publisher = await makeMember(t.db, organisationId);
  id = await makeListingIn(t.db, "DRAFT", { organisationId, userId: publisher.userId });
  const input = { kind: "achievement", ids: [id], source: "test" } as const;
  await publishImported(input, systemActor("test"), t.db);
});
afterEach(() => time.restore());

const sweep = () => sweepClocks(t.db, { listing: fireListingClock });
const listing = () => getListing(t.db, { kind: "achievement", id });
const links = async () => {
  const notices = await t.db.notification.findMany({
    where: { kind: "listingExpiring" },
    orderBy: { createdAt: "asc" },
  });
  return notices.map((one) => one.href.replace("/reconfirm/", ""));
};

it("warns a month ahead; the link of the notice confirms once", async () => {
  time.advance(330 * DAY_MS);
  expect(await sweep()).toEqual({ fired: 0, failed: 0 });
  time.advance(10 * DAY_MS);
  expect(await sweep()).toEqual({ fired: 1, failed: 0 });
  const [token = ""] = await links();
  const before = (await listing()).expiresAt?.getTime() ?? 0;
  const after = await reconfirmByLink(token, t.db);
  expect((after.expiresAt?.getTime() ?? 0) - before).toBeGreaterThan(300 * DAY_MS);
  await reconfirmByLink(token, t.db);
  expect(await t.db.procedureMove.count({ where: { move: "reconfirm" } })).toBe(1);
  await expect(reconfirmByLink(`${token}x`, t.db)).rejects.toMatchObject({ code: "link_invalid" });
  await expect(reconfirmByLink("abc.def", t.db)).rejects.toMatchObject({ code: "link_invalid" });
});

it("expires after a year, leaves the index, and can be confirmed again", async () => {
  time.advance(367 * DAY_MS);
  await sweep();
  expect((await listing()).state).toBe("EXPIRED");
  expect(await t.db.searchOutbox.count({ where: { documentId: id } })).toBe(2);
  const [token = ""] = await links();
  await reconfirmByLink(token, t.db);
  expect((await listing()).state).toBe("PUBLISHED");
});

it("the link of somebody who has left does nothing", async () => {
  time.advance(340 * DAY_MS);
  await sweep();
  const [token = ""] = await links();
  await t.db.membership.updateMany({
    where: { userId: publisher.userId },
    data: { endedAt: new Date() },
  });
  await expect(reconfirmByLink(token, t.db)).rejects.toMatchObject({ code: "link_invalid" });
});
