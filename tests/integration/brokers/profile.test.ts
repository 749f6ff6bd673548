import { beforeAll, describe, expect, it } from "vitest";
import { attachBrokerFile } from "~/domain/brokers/attach-broker-file.server";
import { getBrokerDocument } from "~/domain/brokers/broker-file-queries.server";
import { findOwnProfile, getBrokerFile } from "~/domain/brokers/broker-profile-queries.server";
import { listBrokerQueue } from "~/domain/brokers/broker-queue-queries.server";
import { decideBrokerProfile } from "~/domain/brokers/decide-broker-profile.server";
import { fireBrokerProfileClock } from "~/domain/brokers/fire-broker-clocks.server";
import { giveConsent } from "~/domain/brokers/give-consent.server";
import { moveBrokerProfile } from "~/domain/brokers/move-broker-profile.server";
import { getPublicBroker } from "~/domain/brokers/public-broker-queries.server";
import { saveBrokerProfile } from "~/domain/brokers/save-broker-profile.server";
import { startBrokerProfile } from "~/domain/brokers/start-broker-profile.server";
import { getBrokerPage } from "~/domain/discovery/broker-page.server";
import type { UserActor } from "~/domain/identity/actor";
import { useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { sweepClocks } from "~/domain/shared/procedure/sweep-clocks.server";
import { makeBroker } from "../../factories/brokers";
import {
  actorOf,
  addMember,
  makeOfficer,
  makeOrganisation,
  makeUser,
} from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const firings = { "broker-profile": fireBrokerProfileClock };
const PDF = new TextEncoder().encode("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF");

let agency: { id: string; legalName: string };
let person: UserActor;
let officer: UserActor;

beforeAll(async () => {
  agency = await makeOrganisation(t.db, { kind: "BROKER_AGENCY", legalName: "泉城技术转移公司" });
  const user = await makeUser(t.db, { realNameLevel: 2 });
  await addMember(t.db, agency.id, user.id, "MEMBER");
  person = await actorOf(t.db, user.id);
  officer = await makeOfficer(t.db, "TALENT_POOL", "370100");
});

async function fillIn(actor: UserActor, expiresOn: string) {
  await saveBrokerProfile(
    {
      step: "person",
      values: {
        displayName: "王经纪",
        regionCode: "370102",
        agencyId: agency.id,
        poolMemberSince: undefined,
      },
    },
    actor,
    t.db,
  );
  await saveBrokerProfile(
    {
      step: "certificate",
      values: {
        level: "SENIOR",
        certificateNumber: "SDJJR20260077",
        certificateIssuedOn: "2025-01-01",
        certificateExpiresOn: expiresOn,
        certificateBase: "国家技术转移人才培养基地",
      },
    },
    actor,
    t.db,
  );
  await saveBrokerProfile(
    {
      step: "work",
      values: {
        intro: "二十年新材料技术转移经验",
        fieldCodes: ["4"],
        regionCodes: ["370000"],
        serviceCodes: ["MATCHING"],
        languageCodes: ["zh", "en"],
        availability: "OPEN",
        conflictStatement: "无",
      },
    },
    actor,
    t.db,
  );
  await attachBrokerFile(
    { kind: "certificate", upload: { name: "证书.pdf", bytes: PDF } },
    actor,
    t.db,
  );
}

describe("a broker's profile", () => {
  it("goes from application to the public page, the search, the recheck and its lapse", async () => {
    const time = useTestClock(new Date("2026-11-23T02:00:00Z"));
    try {
      const id = await startBrokerProfile(person, t.db);
      expect(await startBrokerProfile(person, t.db)).toBe(id);
      await expect(moveBrokerProfile({ move: "submit" }, person, t.db)).rejects.toMatchObject({
        code: "broker_profile_incomplete",
      });
      await fillIn(person, "2027-03-31");
      await expect(moveBrokerProfile({ move: "submit" }, person, t.db)).rejects.toMatchObject({
        code: "broker_consent_required",
      });
      await giveConsent({ publication: true, photo: true }, person, t.db);
      await moveBrokerProfile({ move: "submit" }, person, t.db);

      // Nothing is public yet, and nothing may be changed under the officer's eyes.
      await expect(getPublicBroker(id, t.db)).rejects.toMatchObject({ status: 404 });
      await expect(
        saveBrokerProfile(
          { step: "person", values: { displayName: "别名", regionCode: "370102", agencyId: null } },
          person,
          t.db,
        ),
      ).rejects.toMatchObject({ code: "broker_profile_fixed" });

      const elsewhere = await makeOfficer(t.db, "TALENT_POOL", "370200");
      await expect(getBrokerFile(id, elsewhere, t.db)).rejects.toMatchObject({ status: 403 });
      expect((await listBrokerQueue(t.db, elsewhere, "waiting", { skip: 0, size: 9 })).total).toBe(
        0,
      );
      const queue = await listBrokerQueue(t.db, officer, "waiting", { skip: 0, size: 9 });
      expect(queue.rows.map((row) => row.id)).toEqual([id]);
      await expect(
        decideBrokerProfile(
          { profileId: id, move: "returnForCorrection", note: "" },
          officer,
          t.db,
        ),
      ).rejects.toMatchObject({ code: "note_required" });
      await decideBrokerProfile({ profileId: id, move: "verify", note: "" }, officer, t.db);

      const shown = await getPublicBroker(id, t.db);
      expect(shown.certificate?.numberMasked).toBe("SD*********77");
      expect(JSON.stringify(shown)).not.toContain("SDJJR20260077");
      expect(shown.hasPhoto).toBe(false);
      expect(shown.results.total).toBe(0);
      const found = await getBrokerPage(
        new URLSearchParams({ q: "王经纪", field: "4", region: "370100" }),
        "zh-CN",
        t.db,
      );
      expect(found.cards.map((card) => card.id)).toEqual([id]);

      // The certificate ends before the year is over: the recheck comes with it, then the lapse.
      time.advance(130 * 86_400_000);
      await sweepClocks(t.db, firings);
      expect((await findOwnProfile(person, t.db))?.state).toBe("RECHECK");
      expect((await getPublicBroker(id, t.db)).isRechecked).toBe(true);
      expect((await actorOf(t.db, person.userId)).brokerId).toBeNull();
      time.advance(70 * 86_400_000);
      await sweepClocks(t.db, firings);
      expect((await findOwnProfile(person, t.db))?.state).toBe("SUSPENDED");
      await expect(getPublicBroker(id, t.db)).rejects.toMatchObject({ status: 404 });
      await expect(moveBrokerProfile({ move: "renew" }, person, t.db)).rejects.toMatchObject({
        code: "broker_certificate_invalid",
      });
      await fillIn(person, "2029-03-31");
      await moveBrokerProfile({ move: "renew" }, person, t.db);
      await decideBrokerProfile({ profileId: id, move: "verify", note: "" }, officer, t.db);

      // A suspension by the office is not the owner's to lift.
      await decideBrokerProfile(
        { profileId: id, move: "suspend", note: "投诉核查" },
        officer,
        t.db,
      );
      await expect(moveBrokerProfile({ move: "renew" }, person, t.db)).rejects.toMatchObject({
        code: "broker_suspended_by_office",
      });
    } finally {
      time.restore();
    }
  });

  it("withdrawing ends publication at once and takes the consents back", async () => {
    const broker = await makeBroker(t.db);
    await moveBrokerProfile({ move: "withdraw" }, broker.actor, t.db);
    const row = await t.db.brokerProfile.findUniqueOrThrow({ where: { id: broker.id } });
    expect([row.publicationConsentAt, row.photoConsentAt]).toEqual([null, null]);
    await expect(getPublicBroker(broker.id, t.db)).rejects.toMatchObject({ status: 404 });
  });

  it("is decided neither by its owner, nor by a colleague, and is not for registrars", async () => {
    const broker = await makeBroker(t.db, { state: "SUBMITTED" });
    const colleague = await makeOfficer(t.db, "TALENT_POOL", "370100");
    await addMember(t.db, broker.agencyId, colleague.userId);
    const own = await actorOf(t.db, colleague.userId);
    const verify = { profileId: broker.id, move: "verify" as const, note: "" };
    await expect(decideBrokerProfile(verify, own, t.db)).rejects.toMatchObject({
      code: "own_application",
    });
    const office = await t.db.registrationOffice.create({
      data: {
        id: newId(),
        code: "370100-09",
        kind: "OFFICE",
        level: "CITY",
        regionCode: "370100",
        nameZh: "测试登记机构",
        nameEn: "Test office",
        issuingAuthority: "测试登记机构",
        validFrom: new Date("2020-01-01T00:00:00Z"),
        source: "test",
      },
    });
    await t.db.registrarSeat.create({
      data: {
        id: newId(),
        officeId: office.id,
        userId: broker.actor.userId,
        role: "REGISTRAR",
        validFrom: new Date("2020-01-01T00:00:00Z"),
      },
    });
    await expect(decideBrokerProfile(verify, officer, t.db)).rejects.toMatchObject({
      code: "broker_is_registrar",
    });
  });

  it("two officers at once: one decision counts", async () => {
    const broker = await makeBroker(t.db, { state: "SUBMITTED" });
    const other = await makeOfficer(t.db, "TALENT_POOL", "370000");
    const verify = { profileId: broker.id, move: "verify" as const, note: "" };
    const outcomes = await Promise.allSettled([
      decideBrokerProfile(verify, officer, t.db),
      decideBrokerProfile(verify, other, t.db),
    ]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  it("the certificate is for its owner and the office of the region", async () => {
    const broker = await makeBroker(t.db);
    const input = { profileId: broker.id, kind: "certificate" as const };
    const stranger = await makeOfficer(t.db, "REVIEWER", "370000");
    await expect(getBrokerDocument(input, broker.actor, t.db)).resolves.toMatchObject({
      isPublic: false,
    });
    await expect(getBrokerDocument(input, officer, t.db)).resolves.toBeDefined();
    for (const actor of [stranger, null]) {
      await expect(getBrokerDocument(input, actor, t.db)).rejects.toMatchObject({ status: 404 });
    }
  });
});
