import { afterEach, describe, expect, it } from "vitest";
import { changePreferences } from "~/domain/notifications/change-preferences.server";
import { markRead } from "~/domain/notifications/mark-read.server";
import { countUnread, listNotifications } from "~/domain/notifications/notification-queries.server";
import type { NotificationKind } from "~/domain/notifications/notification-rules";
import { notify } from "~/domain/notifications/notify.server";
import { unsubscribe } from "~/domain/notifications/unsubscribe.server";
import { useTestClock } from "~/domain/shared/clock";
import { inTransaction } from "~/domain/shared/transaction.server";
import { sendDigests } from "~/jobs/notifications/digest.server";
import { mailNotifications } from "~/jobs/notifications/mail.server";
import { logger } from "~/platform/logger.server";
import { actorOf, makeUser } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
let testClock: ReturnType<typeof useTestClock> | undefined;
afterEach(() => {
  testClock?.restore();
  testClock = undefined;
});

const context = () => ({ db: t.db, logger });
const published = (userIds: string[], dedupeKey?: string, title = "钠离子电池 <b>正极</b>") =>
  inTransaction(t.db, (tx) =>
    notify(tx, {
      userIds,
      kind: "listingPublished" satisfies NotificationKind,
      params: { title },
      href: "/achievements/1",
      ...(dedupeKey ? { dedupeKey } : {}),
    }),
  );
const defaults = {
  mail: "INSTANT" as const,
  matchMail: "WEEKLY" as const,
  quietFrom: null,
  quietTo: null,
  nonPersonal: false,
};

type QueuedJob = { task_identifier: string; payload: unknown; run_at: Date };
const jobs = (name: string) =>
  t.db.$queryRaw<QueuedJob[]>`
    SELECT j.run_at, k.identifier AS task_identifier, j.payload
    FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks k ON k.id = j.task_id
    WHERE k.identifier = ${name} ORDER BY j.id`;
const mailAll = async () => {
  const rows = await t.db.notification.findMany({ select: { id: true } });
  await mailNotifications({ notificationIds: rows.map((row) => row.id) }, context());
};

describe("notify", () => {
  it("tells each person once per event, and nobody who has left", async () => {
    const [one, two, gone] = await Promise.all([makeUser(t.db), makeUser(t.db), makeUser(t.db)]);
    await t.db.user.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });
    await published([one.id, one.id, gone.id], "event");
    await published([one.id, two.id], "event");
    const rows = await t.db.notification.findMany({ select: { userId: true } });
    expect(rows.map((row) => row.userId).sort()).toEqual([one.id, two.id].sort());
    expect(await jobs("notifications.mail")).toHaveLength(2);
  });

  it("leaves nothing behind when the change that it told of is rolled back", async () => {
    const user = await makeUser(t.db);
    const failing = inTransaction(t.db, async (tx) => {
      await notify(tx, {
        userIds: [user.id],
        kind: "listingPublished",
        params: { title: "x" },
        href: "/",
      });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await t.db.notification.count()).toBe(0);
    expect(await jobs("notifications.mail")).toEqual([]);
  });

  it("lets mail wait until the quiet hours are over", async () => {
    testClock = useTestClock(new Date("2026-11-22T15:30:00Z")); // 23:30 in Asia/Shanghai
    const user = await makeUser(t.db);
    const actor = await actorOf(t.db, user.id);
    await changePreferences({ ...defaults, quietFrom: 22, quietTo: 7 }, actor, t.db);
    await published([user.id]);
    const [job] = await jobs("notifications.mail");
    expect(job?.run_at.toISOString()).toBe("2026-11-22T23:00:00.000Z");
  });

  it("suggests nothing to people who want no suggestions, and still tells them what happened", async () => {
    const user = await makeUser(t.db);
    const actor = await actorOf(t.db, user.id);
    await changePreferences({ ...defaults, nonPersonal: true }, actor, t.db);
    await inTransaction(t.db, (tx) =>
      notify(tx, {
        userIds: [user.id],
        kind: "matchFound",
        params: { title: "a", counterpart: "b" },
        href: "/",
      }),
    );
    await published([user.id]);
    const rows = await t.db.notification.findMany({ select: { kind: true } });
    expect(rows).toEqual([{ kind: "listingPublished" }]);
  });
});

describe("mails", () => {
  it("are made once, in the person's language, with everything escaped", async () => {
    const user = await makeUser(t.db, { locale: "en", name: "Ann <i>" });
    await published([user.id]);
    await mailAll();
    await Promise.all([mailAll(), mailAll()]);
    const [mail, ...more] = await t.db.outboundMessage.findMany();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ recipient: user.email, channel: "MAIL" });
    expect(mail?.subject).toBe("Published: “钠离子电池 <b>正极</b>”");
    expect(mail?.html).toContain("&lt;b&gt;正极&lt;/b&gt;");
    expect(mail?.html).not.toContain("<b>");
    expect(mail?.html).toContain("Dear Ann &lt;i&gt;,");
    expect(mail?.text).toContain("http://localhost:3000/achievements/1");
    expect(mail?.text).toMatch(/\/unsubscribe\/[\w-]{43}/);
    expect(await jobs("notifications.send")).toHaveLength(1);
  });

  it("do not go out for what was read meanwhile, or after the person changed their mind", async () => {
    const [reader, off, unproven] = await Promise.all([
      makeUser(t.db),
      makeUser(t.db),
      makeUser(t.db),
    ]);
    await t.db.user.update({ where: { id: unproven.id }, data: { emailVerified: false } });
    await published([reader.id, off.id, unproven.id]);
    await markRead({ isAll: true }, await actorOf(t.db, reader.id), t.db);
    await changePreferences({ ...defaults, mail: "OFF" }, await actorOf(t.db, off.id), t.db);
    await mailAll();
    expect(await t.db.outboundMessage.count()).toBe(0);
  });
});

describe("digests", () => {
  it("collect what is unread in one mail, once", async () => {
    const user = await makeUser(t.db);
    const actor = await actorOf(t.db, user.id);
    await changePreferences({ ...defaults, mail: "DAILY" }, actor, t.db);
    for (let count = 0; count < 23; count += 1)
      await published([user.id], `e${count}`, `成果 ${count}`);
    expect(await jobs("notifications.mail")).toEqual([]);
    await sendDigests({ frequency: "WEEKLY" }, context());
    expect(await t.db.outboundMessage.count()).toBe(0);
    await Promise.all([
      sendDigests({ frequency: "DAILY" }, context()),
      sendDigests({ frequency: "DAILY" }, context()),
    ]);
    await sendDigests({ frequency: "DAILY" }, context());
    const mails = await t.db.outboundMessage.findMany();
    expect(mails.map((mail) => mail.subject)).toEqual(["科技大市场：23 条新通知"]);
    expect(mails[0]?.text).toContain("另有 3 条");
  });
});

describe("unsubscribing", () => {
  it("works with the link alone, once and again, and not with a wrong one", async () => {
    const user = await makeUser(t.db);
    await published([user.id], "first");
    await mailAll();
    const mail = await t.db.outboundMessage.findFirstOrThrow();
    const token = /\/unsubscribe\/([\w-]+)/.exec(mail.text)?.[1] ?? "";
    await expect(unsubscribe(`${token}x`, "ALL", t.db)).rejects.toMatchObject({
      code: "unsubscribe_link_invalid",
    });
    await unsubscribe(token, "ALL", t.db);
    await unsubscribe(token, "ALL", t.db);
    await published([user.id], "second");
    await mailAll();
    expect(await t.db.outboundMessage.count()).toBe(1);
    expect(await t.db.notification.count()).toBe(2);
    expect(await t.db.auditEvent.count({ where: { action: "notifications.unsubscribed" } })).toBe(
      1,
    );
  });
});

describe("unsubscribing from suggested matches", () => {
  it("leaves other mail alone, while unsubscribing from all takes them too", async () => {
    const [one, two] = await Promise.all([makeUser(t.db), makeUser(t.db)]);
    const preferenceOf = async (user: { id: string }) =>
      t.db.notificationPreference.findUniqueOrThrow({ where: { userId: user.id } });
    for (const user of [one, two]) {
      await changePreferences(defaults, await actorOf(t.db, user.id), t.db);
    }
    await unsubscribe((await preferenceOf(one)).unsubscribeToken, "MATCHES", t.db);
    await unsubscribe((await preferenceOf(two)).unsubscribeToken, "ALL", t.db);
    expect(await preferenceOf(one)).toMatchObject({ mail: "INSTANT", matchMail: "OFF" });
    expect(await preferenceOf(two)).toMatchObject({ mail: "OFF", matchMail: "OFF" });
  });
});

describe("the notification centre", () => {
  it("belongs to one person", async () => {
    const [owner, other] = await Promise.all([makeUser(t.db), makeUser(t.db)]);
    await published([owner.id]);
    const { id } = await t.db.notification.findFirstOrThrow();
    const stranger = await actorOf(t.db, other.id);
    for (const forged of [id, "not-an-id", "0196aaaa-0000-7000-8000-000000000000"]) {
      await expect(markRead({ id: forged }, stranger, t.db)).rejects.toMatchObject({
        code: "not_found",
      });
    }
    expect(await countUnread(t.db, owner.id)).toBe(1);
    expect(await markRead({ id }, await actorOf(t.db, owner.id), t.db)).toBe("/achievements/1");
    expect(await countUnread(t.db, owner.id)).toBe(0);
    const page = await listNotifications(t.db, owner.id, {
      isUnreadOnly: true,
      skip: 0,
      take: 20,
    });
    expect([page.items.length, page.total]).toEqual([0, 0]);
  });
});
