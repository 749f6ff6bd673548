import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { convergeAccount } from "~/domain/payments/converge-account.server";
import { openReceivingAccount } from "~/domain/payments/open-receiving-account.server";
import {
  askAboutAccount,
  listReceivingAccounts,
} from "~/domain/payments/receiving-account-queries.server";
import { resetEnv } from "~/platform/env.server";
import { findStripe } from "~/platform/stripe.server";
import { makeLicensee, TEST_PASSWORD } from "../../factories/licences.ts";
import { makeTreasurer } from "../../factories/payments.ts";
import { actorOf, makeStranger } from "../../factories/people.ts";
import { deliver, useTestStripe } from "../../factories/stripe.ts";
import { useTestDb } from "../../setup/database.ts";

const t = useTestDb("file");
const stripe = useTestStripe();
const code = (name: string) => expect.objectContaining({ code: name });

beforeEach(() => {
  process.env.STRIPE_CONNECT = "on";
  resetEnv();
});
afterEach(() => {
  delete process.env.STRIPE_CONNECT;
  resetEnv();
});

const open = (organisationId: string, actor: UserActor, secret = TEST_PASSWORD) =>
  openReceivingAccount({ organisationId, secret, headers: new Headers() }, actor, t.db);
const stateOf = async (actor: UserActor) =>
  (await listReceivingAccounts(actor, t.db)).accounts.map((one) => one.state);
const accountOf = async (organisationId: string) =>
  (await t.db.stripeAccountLink.findUniqueOrThrow({ where: { organisationId } })).accountId;

describe("an organisation's account to receive", () => {
  it("is opened once, finished on the provider's page, and can receive when the provider says so", async () => {
    const { actor, organisationId } = await makeLicensee(t.db);
    expect(await stateOf(actor)).toEqual(["NONE"]);
    const [url, again] = await Promise.all([1, 2].map(() => open(organisationId, actor)));
    const accountId = await accountOf(organisationId);
    expect([url, again]).toEqual([url, url]);
    expect(url).toContain(`/demo-checkout/${accountId}`);
    expect(await stateOf(actor)).toEqual(["STARTED"]);
    expect(await askAboutAccount(organisationId, actor, t.db)).toBe("unfinished");
    // Coming back is no proof of anything: only what the provider says counts.
    expect(await stateOf(actor)).toEqual(["STARTED"]);
    stripe.finishAccount(accountId);
    const events = stripe.takeEvents();
    for (const event of [...events, ...events]) await deliver(event, t.db);
    expect(await stateOf(actor)).toEqual(["READY"]);
    expect(await askAboutAccount(organisationId, actor, t.db)).toBe("ready");
    const opened = { action: "payment.account.opened", subjectId: organisationId };
    expect(await t.db.auditEvent.count({ where: opened })).toBe(1);
  });

  it("is asked for with a second step by the organisation's own treasurers only", async () => {
    const { actor, organisationId } = await makeLicensee(t.db);
    const stranger = await makeStranger(t.db);
    await expect(open(organisationId, stranger)).rejects.toEqual(code("not_found"));
    await expect(askAboutAccount(organisationId, stranger, t.db)).rejects.toEqual(
      code("not_found"),
    );
    await expect(askAboutAccount("no id", actor, t.db)).rejects.toEqual(code("not_found"));
    await expect(open(organisationId, actor, "wrong")).rejects.toEqual(code("password_wrong"));
    const clerk = await makeTreasurer(t.db, organisationId);
    const where = { userId: clerk.userId, organisationId };
    await t.db.membership.updateMany({ where, data: { scopes: [] } });
    const member = await actorOf(t.db, clerk.userId);
    await expect(open(organisationId, member)).rejects.toEqual(code("forbidden"));
    expect((await listReceivingAccounts(member, t.db)).accounts[0]?.mayOpen).toBe(false);
    expect(await t.db.stripeAccountLink.count({ where: { organisationId } })).toBe(0);
  });

  it("cannot be opened where payouts go by bank transfer", async () => {
    const { actor, organisationId } = await makeLicensee(t.db);
    delete process.env.STRIPE_CONNECT;
    resetEnv();
    await expect(open(organisationId, actor)).rejects.toEqual(code("payout_no_connect"));
    expect((await listReceivingAccounts(actor, t.db)).isOn).toBe(false);
  });

  it("learns nothing from accounts that are nobody's here, and loses the right when it is taken away", async () => {
    const { actor, organisationId } = await makeLicensee(t.db);
    await open(organisationId, actor);
    const accountId = await accountOf(organisationId);
    stripe.finishAccount(accountId);
    const sdk = findStripe();
    if (!sdk) throw new Error("no stripe");
    await convergeAccount(sdk, accountId, t.db);
    const foreign = await sdk.accounts.create({ type: "express" });
    stripe.takeEvents();
    stripe.finishAccount(foreign.id);
    for (const event of stripe.takeEvents()) await deliver(event, t.db);
    expect(await t.db.stripeAccountLink.count({ where: { accountId: foreign.id } })).toBe(0);
    const kept = stripe.standIn.context.store.state.accounts[accountId];
    Object.assign(kept ?? {}, { payouts_enabled: false });
    await convergeAccount(sdk, accountId, t.db);
    expect(await stateOf(actor)).toEqual(["STARTED"]);
  });
});
