import { expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { getLeadDetail } from "~/domain/roadshows/follow-up/lead-detail-queries.server";
import { listLeads } from "~/domain/roadshows/follow-up/lead-list-queries.server";
import { makeLeads } from "~/domain/roadshows/follow-up/make-leads.server";
import { openLeadRoom } from "~/domain/roadshows/follow-up/open-lead-room.server";
import { listVisitCards } from "~/domain/roadshows/follow-up/visit-cards-queries.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import { makeMember, makeStranger } from "../../factories/people";
import { cardOf, firmAt, presentedAt } from "../../factories/roadshow-after";
import { roadshowAt } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const all = { state: null, isMine: false, roadshowId: null, skip: 0, take: 10 };

async function withCards() {
  const roadshow = await roadshowAt(t, "MATCHING");
  const project = await presentedAt(t, roadshow);
  const caller = await firmAt(t, roadshow);
  const reader = await firmAt(t, roadshow);
  for (const { id } of [caller, reader]) {
    const data = { phone: "13800000000", email: "a@test.example" };
    await t.db.roadshowParticipant.update({ where: { id }, data });
  }
  await cardOf(t, project.id, caller.id, "MEET");
  await cardOf(t, project.id, reader.id, "MATERIAL");
  await inTransaction(t.db, (tx) => makeLeads(tx, roadshow.id, systemActor("test")));
  const leadOf = (participantId: string) =>
    t.db.roadshowLead.findFirstOrThrow({ where: { participantId } });
  return { roadshow, project, caller, reader, leadOf };
}

it("lists what is mine and my organisation's, by state and page", async () => {
  const { project, roadshow, caller } = await withCards();
  const colleague = await makeMember(t.db, project.owner.id, "MEMBER", ["PUBLISH"]);
  const seen = await listLeads({ ...all, take: 1 }, colleague, t.db);
  expect(seen).toMatchObject({ total: 2, byState: { NEW: 2 } });
  expect(seen.items).toHaveLength(1);
  expect(await listLeads({ ...all, isMine: true }, colleague, t.db)).toMatchObject({ total: 0 });
  const own = await listLeads({ ...all, isMine: true, state: "NEW" }, project.presenter, t.db);
  expect(own.total).toBe(2);
  for (const actor of [roadshow.organiser.actor, caller.actor, await makeStranger(t.db)]) {
    expect(await listLeads(all, actor, t.db)).toMatchObject({ total: 0, items: [] });
  }
});

it("shows contact details as far as the card gives them", async () => {
  const { project, caller, reader, leadOf } = await withCards();
  const shown = async (participantId: string) => {
    const { id } = await leadOf(participantId);
    return getLeadDetail(id, project.presenter, t.db);
  };
  expect(await shown(caller.id)).toMatchObject({
    phone: "13800000000",
    email: "a@test.example",
    cards: [{ kind: "MEET", note: "想了解中试数据" }],
    moves: ["contact", "openRoom", "drop"],
  });
  expect(await shown(reader.id)).toMatchObject({ phone: "", email: "a@test.example" });
});

it("shows a participant what came of the own cards, and nobody else's", async () => {
  const { project, caller, reader, leadOf } = await withCards();
  const lead = await leadOf(caller.id);
  const dealId = await openLeadRoom(lead.id, project.presenter, t.db);
  const { items } = await listVisitCards(caller.id, caller.actor, t.db);
  expect(items).toMatchObject([
    { projectId: project.id, reasons: ["MEET"], state: "ROOM", dealId },
  ]);
  for (const actor of [reader.actor, project.presenter]) {
    await expect(listVisitCards(caller.id, actor, t.db)).rejects.toMatchObject({ status: 404 });
  }
  // A card of which no lead was made yet is shown all the same.
  const other = await presentedAt(t, { ...(await roadshowAt(t, "LIVE")), id: lead.roadshowId });
  await cardOf(t, other.id, reader.id, "INVEST");
  const mine = await listVisitCards(reader.id, reader.actor, t.db);
  expect(mine.items).toMatchObject([
    { state: "NEW", reasons: ["MATERIAL"] },
    { state: "NONE", reasons: ["INVEST"] },
  ]);
});
