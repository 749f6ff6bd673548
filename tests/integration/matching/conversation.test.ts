import { describe, expect, it } from "vitest";
import { answerIntroduction } from "~/domain/matching/answer-introduction.server";
import {
  findIntroductionSequence,
  getIntroduction,
  listIntroductions,
} from "~/domain/matching/introduction-queries.server";
import { markConversationRead } from "~/domain/matching/mark-conversation-read.server";
import { postMessage } from "~/domain/matching/post-message.server";
import { newId } from "~/domain/shared/ids";
import { makeMember, makeOrganisation } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { ask, makeScene, toldTo } from "./scene";

const t = useTestDb();

async function openConversation() {
  const scene = await makeScene(t.db);
  const id = await ask(t.db, scene);
  await answerIntroduction({ introductionId: id, answer: "accept" }, scene.supplier, t.db);
  return { ...scene, id };
}

const text = (body: string) => ({ messageId: newId(), body });

describe("postMessage", () => {
  it("gives messages sent at once numbers without gaps or doubles", async () => {
    const { id, buyer, supplier } = await openConversation();
    const numbers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        postMessage(id, text(`第 ${at} 条`), at % 2 === 0 ? buyer : supplier, t.db),
      ),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("takes a message that is posted twice once", async () => {
    const { id, buyer } = await openConversation();
    const message = text("您好 𬭎");
    expect(await postMessage(id, message, buyer, t.db)).toBe(1);
    expect(await postMessage(id, message, buyer, t.db)).toBe(1);
    expect((await getIntroduction(id, buyer, t.db)).messages.map((one) => one.body)).toEqual([
      "您好 𬭎",
    ]);
  });

  it("does not take over the id of somebody else's message", async () => {
    const { id, buyer, supplier } = await openConversation();
    const message = text("您好");
    await postMessage(id, message, buyer, t.db);
    await expect(postMessage(id, message, supplier, t.db)).rejects.toMatchObject({
      code: "bad_form",
    });
  });

  it("is closed before acceptance, to strangers, and to colleagues without the scope", async () => {
    const scene = await makeScene(t.db);
    const id = await ask(t.db, scene);
    await expect(postMessage(id, text("在吗"), scene.buyer, t.db)).rejects.toMatchObject({
      code: "introduction_not_open",
    });
    await answerIntroduction({ introductionId: id, answer: "accept" }, scene.supplier, t.db);
    const outsider = await makeMember(t.db, (await makeOrganisation(t.db)).id);
    await expect(postMessage(id, text("在吗"), outsider, t.db)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await findIntroductionSequence(id, outsider, t.db)).toBeNull();
    const reader = await makeMember(t.db, scene.firm.id, "MEMBER", []);
    await expect(postMessage(id, text("在吗"), reader, t.db)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await getIntroduction(id, reader, t.db)).canWrite).toBe(false);
  });

  it("tells the other side once until it has read, and counts what is unread", async () => {
    const { id, firm, buyer, supplier } = await openConversation();
    await markConversationRead(id, 0, buyer, t.db);
    await postMessage(id, text("一"), supplier, t.db);
    await postMessage(id, text("二"), supplier, t.db);
    const messages = async () =>
      (await toldTo(t.db, buyer.userId)).filter((kind) => kind === "introductionMessage").length;
    const unread = async () =>
      (await listIntroductions(firm.id, "outbox", { skip: 0, take: 9 }, buyer, t.db)).items[0]
        ?.unread;
    expect([await messages(), await unread()]).toEqual([1, 2]);

    await markConversationRead(id, 2, buyer, t.db);
    await markConversationRead(id, 1, buyer, t.db);
    expect(await unread()).toBe(0);
    expect(await t.db.notification.count({ where: { userId: buyer.userId, readAt: null } })).toBe(
      0,
    );
    await postMessage(id, text("三"), supplier, t.db);
    expect([await messages(), await unread()]).toEqual([2, 1]);
    expect(await toldTo(t.db, supplier.userId)).not.toContain("introductionMessage");
  });
});
