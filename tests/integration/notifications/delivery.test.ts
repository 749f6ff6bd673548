import { describe, expect, it } from "vitest";
import { type Carriers, deliverMessage } from "~/domain/notifications/deliver-message.server";
import { listOutbox } from "~/domain/notifications/outbox-queries.server";
import { queueMessage } from "~/domain/notifications/send-message.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import { useTestDb } from "../../setup/database";

const t = useTestDb();

const queue = (channel: "MAIL" | "SMS" = "MAIL") =>
  inTransaction(t.db, (tx) =>
    queueMessage(tx, { channel, recipient: "a@test.example", subject: "验证码", text: "123456" }),
  );

/** Carriers at the edge of the house that note what they were given. */
function carriers(outcome: () => Promise<"sent" | "outbox">) {
  const taken: string[] = [];
  const found: Carriers = {
    mail: async (mail) => {
      taken.push(`mail ${mail.to}`);
      return outcome();
    },
    sms: async (message) => {
      taken.push(`sms ${message.to}`);
      return outcome();
    },
  };
  return { taken, found };
}

describe("deliverMessage", () => {
  it("sends once, also when two workers take it at the same time", async () => {
    const id = await queue();
    const { taken, found } = carriers(
      () => new Promise((resolve) => setTimeout(() => resolve("sent"), 100)),
    );
    const results = await Promise.all([
      deliverMessage(id, t.db, found),
      deliverMessage(id, t.db, found),
    ]);
    expect(results.sort()).toEqual(["sent", "skipped"]);
    expect(await deliverMessage(id, t.db, found)).toBe("skipped");
    expect(taken).toEqual(["mail a@test.example"]);
  });

  it("notes a failure and sends at the next try", async () => {
    const id = await queue("SMS");
    let isDown = true;
    const { taken, found } = carriers(async () => {
      if (isDown) throw new Error("gateway is down");
      return "sent";
    });
    await expect(deliverMessage(id, t.db, found)).rejects.toThrow("gateway is down");
    const failed = await t.db.outboundMessage.findUniqueOrThrow({ where: { id } });
    expect(failed).toMatchObject({ attempts: 1, lastError: "gateway is down", sentAt: null });
    isDown = false;
    await deliverMessage(id, t.db, found);
    const sent = await t.db.outboundMessage.findUniqueOrThrow({ where: { id } });
    expect(sent).toMatchObject({ attempts: 2, lastError: null });
    expect(sent.sentAt).not.toBeNull();
    expect(taken).toHaveLength(2);
  });

  it("stays in the outbox where no service is set", async () => {
    const id = await queue();
    expect(await deliverMessage(id, t.db)).toBe("outbox");
    const [row] = await listOutbox(t.db, { MAIL: false, SMS: false });
    expect(row).toMatchObject({ id, status: "HELD", text: "123456" });
    const [waiting] = await listOutbox(t.db, { MAIL: true, SMS: false });
    expect(waiting?.status).toBe("WAITING");
  });

  it("names the unsubscribe link of a mail in its header, and no other address", async () => {
    const link = `http://localhost:3000/unsubscribe/${"a".repeat(43)}`;
    const texts = {
      [`退订: ${link}\n`]: link,
      [`退订: ${link}?about=matches\n`]: `${link}?about=matches`,
      [`退订: ${link.replace("localhost:3000", "elsewhere.example")}`]: undefined,
      [`${link}x 您的标题`]: undefined,
      验证码: undefined,
    };
    const urls: (string | undefined)[] = [];
    for (const text of Object.keys(texts)) {
      const message = { channel: "MAIL" as const, recipient: "a@test.example", subject: "x", text };
      const id = await inTransaction(t.db, (tx) => queueMessage(tx, message));
      await deliverMessage(id, t.db, {
        mail: async (mail) => {
          urls.push(mail.unsubscribeUrl);
          return "sent";
        },
        sms: async () => "sent",
      });
    }
    expect(urls).toEqual(Object.values(texts));
  });

  it("does nothing for a message that does not exist", async () => {
    expect(await deliverMessage("0196aaaa-0000-7000-8000-000000000000", t.db)).toBe("skipped");
  });
});

describe("listOutbox", () => {
  it("shows the latest fifty, newest first", async () => {
    for (let count = 0; count < 53; count += 1) await queue();
    const rows = await listOutbox(t.db, { MAIL: false, SMS: false });
    expect(rows).toHaveLength(50);
    const times = rows.map((row) => row.createdAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });
});
