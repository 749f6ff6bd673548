import { hashPassword } from "better-auth/crypto";
import { appendAudit } from "~/domain/audit/append-audit.server";
import { systemActor } from "~/domain/identity/actor";
import { organisationProcedure } from "~/domain/identity/organisation-procedure";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { dueInstant, moveClocks } from "~/domain/shared/procedure/run-clocks.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { type DemoOrganisation, demoOrganisations } from "./organisations";
import { type DemoPerson, demoPeople } from "./people";

const DAY_MS = 86_400_000;
const seed = systemActor("demonstration data");
/** Both apply for one lot: the market finds the same name and leaves it to a person. */
const NAMESAKES = ["hydraulics", "qingzhou-cnc"];

/** Ids of the demonstration's organisations and people by their keys and addresses. */
export type DemoCast = {
  organisations: ReadonlyMap<string, { id: string; regionCode: string }>;
  people: ReadonlyMap<string, string>;
};

/** The demonstration's organisations were last looked at so long ago. */
const VERIFIED_DAYS_AGO = 200;

async function createOrganisation(tx: Tx, one: DemoOrganisation): Promise<string> {
  const id = newId();
  const state = one.awaitingVerification ? "SUBMITTED" : "VERIFIED";
  const looked = new Date(Date.now() - (one.awaitingVerification ? 1 : VERIFIED_DAYS_AGO) * DAY_MS);
  const recheckAt = await dueInstant(tx, organisationProcedure.clocks.recheck, looked);
  await tx.organisation.create({
    data: {
      id,
      kind: one.kind,
      legalName: one.legalName,
      englishName: one.englishName,
      uscc: one.uscc,
      natureCode: one.natureCode,
      regionCode: one.regionCode,
      address: one.address,
      intro: one.intro,
      trustedImport: one.key === "market",
      // Inserted in the state that a reviewer would have given it; later moves go through the kernel.
      state,
      verifiedAt: one.awaitingVerification ? null : looked,
      recheckDueOn: one.awaitingVerification
        ? null
        : dateColumn(calendarDate(new Date(recheckAt.getTime() - 1))),
      legalRepresentative: NAMESAKES.includes(one.key)
        ? "示例·法定代表人"
        : `示例·法定代表人（${one.legalName.slice(0, 4)}）`,
      createdAt: clock.now(),
    },
  });
  const move = one.awaitingVerification ? "submit" : "verify";
  await moveClocks(tx, organisationProcedure, [{ id, state: "UNVERIFIED" }], move, state, looked);
  await appendAudit(tx, seed, {
    action: "identity.organisation.created",
    subjectType: "Organisation",
    subjectId: id,
    detail: { demonstration: true },
  });
  return id;
}

async function createPerson(
  tx: Tx,
  one: DemoPerson,
  hash: string,
  organisations: ReadonlyMap<string, string>,
): Promise<string> {
  const id = newId();
  await tx.user.create({
    data: {
      id,
      name: one.name,
      email: one.email,
      emailVerified: true,
      realNameLevel: one.realNameLevel,
      createdAt: clock.now(),
    },
  });
  await tx.account.create({
    data: { id: newId(), userId: id, accountId: id, providerId: "credential", password: hash },
  });
  if (one.membership) {
    const { organisation, role, scopes, title } = one.membership;
    const organisationId = organisations.get(organisation);
    if (!organisationId) throw new Error(`no organisation ${organisation}`);
    const data = { id: newId(), userId: id, organisationId, role, scopes, title };
    await tx.membership.create({ data: { ...data, createdAt: clock.now() } });
  }
  if (one.office) {
    await tx.officeAssignment.create({
      data: { id: newId(), userId: id, ...one.office, validFrom: clock.now() },
    });
  }
  if (one.seat) {
    const { officeCode, role } = one.seat;
    const where = { code: officeCode };
    const office = await tx.registrationOffice.findUniqueOrThrow({ where, select: { id: true } });
    await tx.registrarSeat.create({
      data: { id: newId(), userId: id, officeId: office.id, role, validFrom: clock.now() },
    });
  }
  return id;
}

/** Organisations, people, memberships and offices of the demonstration; those that exist are kept. */
export async function writePeople(db: Db): Promise<DemoCast> {
  // One slow hash for all: the password is printed on the start page anyway.
  const hashes = new Map<string, string>();
  for (const { password } of demoPeople) {
    if (!hashes.has(password)) hashes.set(password, await hashPassword(password));
  }
  return inTransaction(
    db,
    async (tx) => {
      const organisations = new Map<string, string>();
      for (const one of demoOrganisations) {
        const known = await tx.organisation.findUnique({
          where: { uscc: one.uscc },
          select: { id: true },
        });
        organisations.set(one.key, known?.id ?? (await createOrganisation(tx, one)));
      }
      const people = new Map<string, string>();
      for (const one of demoPeople) {
        const where = { email: one.email };
        const known = await tx.user.findUnique({ where, select: { id: true } });
        const hash = hashes.get(one.password) ?? "";
        people.set(one.email, known?.id ?? (await createPerson(tx, one, hash, organisations)));
      }
      return {
        organisations: new Map(
          demoOrganisations.map((one) => [
            one.key,
            { id: organisations.get(one.key) ?? "", regionCode: one.regionCode },
          ]),
        ),
        people,
      };
    },
    { timeoutMs: 30_000 },
  );
}
