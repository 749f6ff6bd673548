import { describe, expect, it } from "vitest";
import { createLicenceOffer } from "~/domain/licences/create-licence-offer.server";
import {
  getLicenceFile,
  getPublicLicence,
  listOpenLicences,
} from "~/domain/licences/licence-queries.server";
import { licenceFormSchema } from "~/domain/licences/licence-schema";
import { moveLicenceOffer } from "~/domain/licences/move-licence-offer.server";
import { saveLicenceOffer } from "~/domain/licences/save-licence-offer.server";
import type { DomainError } from "~/domain/shared/domain-error";
import {
  CLEAR,
  makeLicenceOffer,
  makeLicensee,
  makeLicensor,
  PATENT,
  take,
} from "../../factories/licences";
import { makeOfficer, makeStranger } from "../../factories/people";
import { makeAchievement } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const PAGE = { skip: 0, size: 20 };
const ALL = { kind: null, words: "", isFree: false };

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: DomainError) => (error.field ? `${error.field}: ${error.code}` : error.code),
  );

function form(values: Record<string, unknown> = {}) {
  return licenceFormSchema.parse({
    revision: "1",
    title: "水处理装置许可",
    summary: "用于测试",
    fee: "8000",
    termMonths: "24",
    territory: "境内",
    fieldOfUse: "制造",
    declarationNumber: "2026-0001",
    patents: [PATENT],
    ...CLEAR,
    ...values,
  });
}

describe("an offer of a licence", () => {
  it("goes from an own achievement to the public list, and gets a second version by a change", async () => {
    const { actor, achievementId } = await makeLicensor(t.db);
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const { id } = await createLicenceOffer({ achievementId, kind: "EXPRESS" }, actor, t.db);
    expect(await codeOf(moveLicenceOffer({ offerId: id, move: "submit" }, actor, t.db))).toBe(
      "fee: required",
    );
    await saveLicenceOffer({ offerId: id, form: form() }, actor, t.db);
    await moveLicenceOffer({ offerId: id, move: "submit" }, actor, t.db);
    expect((await listOpenLicences(ALL, PAGE, t.db)).total).toBe(0);
    await moveLicenceOffer({ offerId: id, move: "open" }, operator, t.db);
    const [line] = (await listOpenLicences(ALL, PAGE, t.db)).items;
    expect(line).toMatchObject({ title: "水处理装置许可", feeFen: "800000", patentCount: 1 });
    const first = await getPublicLicence(line?.number ?? 0, t.db);
    expect(first.textVersion).toBe(1);

    await moveLicenceOffer({ offerId: id, move: "suspend", note: "改价" }, actor, t.db);
    await saveLicenceOffer(
      { offerId: id, form: form({ revision: "2", fee: "9000" }) },
      actor,
      t.db,
    );
    // What is being changed is not shown, and cannot simply be opened again.
    const meanwhile = await getPublicLicence(first.number, t.db);
    expect(meanwhile).toMatchObject({ state: "SUSPENDED", terms: null, textHash: first.textHash });
    expect(await codeOf(moveLicenceOffer({ offerId: id, move: "resume" }, operator, t.db))).toBe(
      "licence_text_changed_meanwhile",
    );
    await moveLicenceOffer({ offerId: id, move: "submit" }, actor, t.db);
    await moveLicenceOffer({ offerId: id, move: "open" }, operator, t.db);
    const second = await getPublicLicence(first.number, t.db);
    expect(second.textVersion).toBe(2);
    expect(second.textHash).not.toBe(first.textHash);
    expect(second.terms?.feeFen).toBe("900000");
  });

  it("is refused with what bars it, at its field", async () => {
    const { actor, achievementId } = await makeLicensor(t.db);
    const { id } = await createLicenceOffer({ achievementId, kind: "OPEN_PATENT" }, actor, t.db);
    const submit = () => codeOf(moveLicenceOffer({ offerId: id, move: "submit" }, actor, t.db));
    let revision = 0;
    const save = (values: Record<string, unknown>) => {
      revision += 1;
      return saveLicenceOffer(
        { offerId: id, form: form({ ...values, revision: String(revision) }) },
        actor,
        t.db,
      );
    };
    await save({ exclusive: "RUNNING" });
    expect(await submit()).toBe("exclusive: licence_bar_exclusive");
    await save({ declarationNumber: "" });
    expect(await submit()).toBe("declarationNumber: required");
    await save({ patents: [{ ...PATENT, number: "202310000001.6" }] });
    expect(await submit()).toBe("patents[0].number: patent_check_digit");
    await save({ summary: "国际领先" });
    expect(await submit()).toBe("summary: licence_advertising");
    await save({});
    expect(await submit()).toBe("done");
  });

  it("belongs to its owner: not to strangers, not to a stale form, not to two at once", async () => {
    const { actor, achievementId } = await makeLicensor(t.db);
    const other = await makeLicensor(t.db);
    const foreign = { achievementId, kind: "EXPRESS" } as const;
    expect(await codeOf(createLicenceOffer(foreign, other.actor, t.db))).toBe(
      "achievementId: not_a_choice",
    );
    const { id } = await createLicenceOffer(foreign, actor, t.db);
    const stranger = await makeStranger(t.db);
    expect(await codeOf(saveLicenceOffer({ offerId: id, form: form() }, stranger, t.db))).toBe(
      "not_found",
    );
    expect(await codeOf(getLicenceFile(id, stranger, t.db))).toBe("not_found");
    expect(await codeOf(moveLicenceOffer({ offerId: id, move: "close" }, stranger, t.db))).toBe(
      "not_found",
    );
    const twice = await Promise.all(
      [1, 2].map(() => codeOf(saveLicenceOffer({ offerId: id, form: form() }, actor, t.db))),
    );
    expect(twice.sort()).toEqual(["done", "stale_revision"]);
  });

  it("names its licensor: none of a blinded, an unpublished or a banned owner's achievement", async () => {
    const { actor, organisationId, achievementId } = await makeLicensor(t.db);
    const kind = "EXPRESS";
    for (const values of [{ isBlinded: true }, { state: "DRAFT" }] as const) {
      const { id } = await makeAchievement(t.db, organisationId, values);
      expect(await codeOf(createLicenceOffer({ achievementId: id, kind }, actor, t.db))).toBe(
        "achievementId: not_a_choice",
      );
    }
    const offer = await makeLicenceOffer(t.db, {
      state: "CHECK",
      licensor: { actor, organisationId, achievementId },
    });
    await t.db.tradeBan.create({
      data: {
        id: offer.id,
        organisationId,
        fromAt: new Date("2020-01-01"),
        untilAt: new Date("2100-01-01"),
        reason: "测试",
      },
    });
    expect(await codeOf(createLicenceOffer({ achievementId, kind }, actor, t.db))).toBe(
      "trade_banned",
    );
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const open = moveLicenceOffer({ offerId: offer.id, move: "open" }, operator, t.db);
    expect(await codeOf(open)).toBe("trade_banned_now");
  });

  it("is not checked by an operator of the own organisation", async () => {
    const licensor = await makeLicensor(t.db);
    const offer = await makeLicenceOffer(t.db, { state: "CHECK", licensor });
    const insider = {
      ...licensor.actor,
      offices: [{ office: "MARKET_OPERATOR", regionCode: null }] as const,
    };
    const open = moveLicenceOffer({ offerId: offer.id, move: "open" }, insider, t.db);
    expect(await codeOf(open)).toBe("wrong_actor");
  });

  it("is not changed while somebody has yet to pay under its present text", async () => {
    const offer = await makeLicenceOffer(t.db);
    await take(t.db, offer, await makeLicensee(t.db));
    await moveLicenceOffer({ offerId: offer.id, move: "suspend", note: "改" }, offer.actor, t.db);
    expect(
      await codeOf(saveLicenceOffer({ offerId: offer.id, form: form() }, offer.actor, t.db)),
    ).toBe("licence_purchases_pending");
  });

  it("is found by kind, words and price", async () => {
    await makeLicenceOffer(t.db, { title: "膜材料许可", feeFen: 0n });
    await makeLicenceOffer(t.db, { title: "泵阀许可", kind: "OPEN_PATENT" });
    await makeLicenceOffer(t.db, { title: "草稿许可", state: "DRAFT" });
    const titles = async (filter: Partial<Parameters<typeof listOpenLicences>[0]>) =>
      (await listOpenLicences({ ...ALL, ...filter }, PAGE, t.db)).items.map((one) => one.title);
    expect((await titles({})).sort()).toEqual(["泵阀许可", "膜材料许可"].sort());
    expect(await titles({ kind: "OPEN_PATENT" })).toEqual(["泵阀许可"]);
    expect(await titles({ words: "膜材" })).toEqual(["膜材料许可"]);
    expect(await titles({ isFree: true })).toEqual(["膜材料许可"]);
    expect(await titles({ words: "%" })).toEqual([]);
  });
});
