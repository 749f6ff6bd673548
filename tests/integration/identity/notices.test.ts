import { expect, it } from "vitest";
import { decideOrganisation } from "~/domain/identity/decide-organisation.server";
import { newId } from "~/domain/shared/ids";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { tellIdentityEvent } from "~/jobs/identity/tell.server";
import { logger } from "~/platform/logger.server";
import { makeMember, makeOfficer } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { makeSubmittable } from "./subjects";

const t = useTestDb();

it("tells administrators of a decision with its reason, and nobody twice", async () => {
  const id = await makeSubmittable(t.db, "SUBMITTED");
  const admin = await makeMember(t.db, id, "ADMIN");
  await makeMember(t.db, id, "MEMBER");
  const decision = { organisationId: id, move: "returnForCorrection" as const, note: "证照缺页" };
  await decideOrganisation(decision, await makeOfficer(t.db), t.db);
  const jobs = await t.db.$queryRaw<{ payload: JobPayloads["identity.tell"] }[]>`
    SELECT j.payload FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks k ON k.id = j.task_id
    WHERE k.identifier = 'identity.tell'`;
  const payload = jobs[0]?.payload;
  if (!payload) throw new Error("no job was enqueued");
  const context = { db: t.db, logger };
  await tellIdentityEvent(payload, context);
  await tellIdentityEvent(payload, context);
  expect(
    await t.db.notification.findMany({ select: { userId: true, kind: true, params: true } }),
  ).toEqual([
    {
      userId: admin.userId,
      kind: "organisationReturned",
      params: expect.objectContaining({ note: "证照缺页" }),
    },
  ]);
});

it("tells the reviewers of the region of a submission", async () => {
  const id = await makeSubmittable(t.db, "SUBMITTED");
  const near = await makeOfficer(t.db, "REVIEWER", "370100");
  await makeOfficer(t.db, "REVIEWER", "370200");
  const payload = {
    event: "organisationSubmitted",
    subjectId: id,
    userId: null,
    note: "",
    noticeId: newId(),
  };
  await tellIdentityEvent(payload, { db: t.db, logger });
  const told = await t.db.notification.findMany({ select: { userId: true, href: true } });
  expect(told).toEqual([{ userId: near.userId, href: `/office/verifications/${id}` }]);
});
