import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/domain/shared/ids";
import { findSubjects } from "../../routes/subjects.ts";
import { withDemoMarket } from "../../setup/demo-market.ts";
import { HttpClient } from "../../setup/http-client.ts";

const AT_ONCE = 6;

describe("the same form twice, and at the same moment", () => {
  const market = withDemoMarket();
  let subjects: Record<string, string> = {};
  const subject = (name: string) => subjects[name] ?? "";

  beforeAll(async () => {
    subjects = await findSubjects(market.db);
  });

  function atOnce<T>(work: (index: number) => Promise<T>): Promise<T[]> {
    return Promise.all(Array.from({ length: AT_ONCE }, (_, index) => work(index)));
  }

  it("a listing is published once", async () => {
    const reviewer = await market.client("city");
    const id = subject("inJinan");
    const { revision } = await market.db.achievement.findUniqueOrThrow({ where: { id } });
    const form = { intent: "publish", revision: String(revision), note: "" };
    const answers = await atOnce(() => reviewer.post(`/office/reviews/achievements/${id}`, form));
    expect(answers.filter(({ status }) => status === 302)).toHaveLength(1);
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    expect(await market.db.listingVersion.count({ where: { achievementId: id } })).toBe(1);
    const replayed = await reviewer.post(`/office/reviews/achievements/${id}`, form);
    expect(replayed.status).toBe(409);
  });

  it("a reviewer cannot decide about another version than the one that was read", async () => {
    const province = await market.client("province");
    const id = subject("elsewhere");
    const { revision } = await market.db.need.findUniqueOrThrow({ where: { id } });
    const form = { intent: "publish", revision: String(revision - 1), note: "" };
    const answer = await province.post(`/office/reviews/needs/${id}`, form);
    expect(answer.status).toBe(409);
    expect((await market.db.need.findUniqueOrThrow({ where: { id } })).state).toBe("MARKET_REVIEW");
  });

  it("a request is accepted once, and either accepted or withdrawn", async () => {
    const university = await market.client("university");
    const firm = await market.client("firm");
    const path = `/desk/introductions/${subject("introduction")}`;
    const answers = await atOnce((index) =>
      index % 2
        ? university.post(path, { intent: "accept" })
        : firm.post(path, { intent: "withdraw" }),
    );
    expect(answers.filter(({ status }) => status === 302)).toHaveLength(1);
    const moves = await market.db.procedureMove.count({
      where: { subjectId: subject("introduction") },
    });
    expect(moves).toBe(1);
  });

  it("a message posted again stays one message", async () => {
    const { fromOrganisationId, toOrganisationId, requestedById } =
      await market.db.introduction.findUniqueOrThrow({ where: { id: subject("introduction") } });
    const achievement = await market.db.achievement.findFirstOrThrow({
      where: {
        state: "PUBLISHED",
        organisationId: toOrganisationId,
        id: { not: subject("achievement") },
      },
    });
    const { id } = await market.db.introduction.create({
      data: {
        ...{ id: newId(), fromOrganisationId, toOrganisationId, requestedById },
        ...{ achievementId: achievement.id, message: "希望了解中试数据。" },
      },
    });
    const university = await market.client("university");
    expect((await university.post(`/desk/introductions/${id}`, { intent: "accept" })).status).toBe(
      302,
    );
    const firm = await market.client("firm");
    const form = { intent: "message", messageId: newId(), body: "同一条消息" };
    const answers = await atOnce(() => firm.post(`/desk/introductions/${id}`, form));
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    expect(await market.db.introductionMessage.count({ where: { introductionId: id } })).toBe(1);
  });

  it("an address is registered once", async () => {
    const identifier = "twice@new.example";
    const answers = await atOnce(() =>
      new HttpClient(market.url).post("/sign-up", {
        name: "同时注册",
        identifier,
        password: "a long enough pass phrase",
        terms: "on",
      }),
    );
    const statuses = answers.map(({ status }) => status);
    // The others are too soon for another letter, as they would be for an address that has an account.
    expect(statuses.filter((status) => status === 302)).toHaveLength(1);
    expect(statuses.filter((status) => status === 429)).toHaveLength(AT_ONCE - 1);
    expect(await market.db.user.count({ where: { email: identifier } })).toBe(1);
  });

  it("a code of six digits cannot be guessed", async () => {
    const client = new HttpClient(market.url);
    const identifier = "guess@new.example";
    await client.post("/sign-up", {
      name: "猜码",
      identifier,
      password: "a long enough pass phrase",
      terms: "on",
    });
    const statuses: number[] = [];
    for (let i = 0; i < 12; i += 1) {
      const code = String(100_000 + i);
      statuses.push(
        (await client.post("/confirm", { intent: "confirm", identifier, code })).status,
      );
    }
    expect(statuses.every((status) => status >= 400 && status < 500)).toBe(true);
    const mail = await market.db.outboundMessage.findFirstOrThrow({
      where: { recipient: identifier },
      orderBy: { createdAt: "desc" },
    });
    const code = /\b\d{6}\b/.exec(mail.text)?.[0] ?? "";
    const late = await client.post("/confirm", { intent: "confirm", identifier, code });
    expect(late.status).toBeGreaterThanOrEqual(400);
  });

  it("a credit code belongs to one organisation", async () => {
    const taken = await market.db.organisation.findFirstOrThrow({ where: { uscc: { not: null } } });
    const broker = await market.client("broker");
    const form = {
      kind: "ENTERPRISE",
      legalName: "冒名公司",
      uscc: taken.uscc ?? "",
      regionCode: "370102",
      intro: "",
    };
    const answers = await atOnce(() => broker.post("/desk/organisation/new", form));
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    expect(await market.db.organisation.count({ where: { uscc: taken.uscc } })).toBe(1);
  });

  it("a session that was ended is worth nothing", async () => {
    const client = new HttpClient(market.url);
    await client.signIn("park@demo.example", "GrandMarket2026!");
    const stolen = client.cookie("market.session_token") ?? "";
    expect(stolen).not.toBe("");
    await client.post("/sign-out");
    const thief = await new HttpClient(market.url).get("/desk", {
      cookie: `market.session_token=${stolen}`,
    });
    expect(thief.status).toBe(302);
  });

  it("left no failure in the log", () => {
    expect(market.failures()).toEqual([]);
  });
});
