import type { ProjectState } from "~/domain/roadshows/call/project-procedure";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { makeTrader, type Trader } from "./challenges";
import { type ProjectOptions, projectAt, type TestProject } from "./roadshow-call";
import { type PersonOptions, personAt, type TestPerson } from "./roadshow-people";
import type { TestRoadshow } from "./roadshows";

/** A project that was on stage, inserted directly. */
export async function presentedAt(
  t: { db: Db },
  roadshow: TestRoadshow,
  options: ProjectOptions = {},
  state: ProjectState = "PRESENTED",
): Promise<TestProject> {
  const project = await projectAt(t, roadshow, state, options);
  const data = { presentedAt: clock.now() };
  await t.db.roadshowProject.update({ where: { id: project.id }, data });
  return project;
}

export type TestFirm = TestPerson & { firm: Trader };

/** A participant who speaks for a verified organisation of its own. */
export async function firmAt(
  t: { db: Db },
  roadshow: TestRoadshow,
  options: PersonOptions & { firm?: Trader } = {},
): Promise<TestFirm> {
  const { firm: known, ...rest } = options;
  const firm = known ?? (await makeTrader(t.db));
  const person = await personAt(t, roadshow, {
    organisationId: firm.id,
    organisationName: firm.name,
    userId: firm.actor.userId,
    ...rest,
  });
  return { ...person, firm };
}

/** Somebody came, inserted directly. */
export async function checkInOf(t: { db: Db }, roadshow: { id: string }, participantId: string) {
  const data = { participantId, roadshowId: roadshow.id, at: clock.now(), scanId: newId() };
  await t.db.roadshowCheckIn.create({ data });
}

/** An interest card, inserted directly. */
export async function cardOf(
  t: { db: Db },
  projectId: string,
  participantId: string,
  kind: "MEET" | "MATERIAL" | "INVEST" = "MEET",
): Promise<string> {
  const id = newId();
  const note = "想了解中试数据";
  const createdAt = clock.now();
  await t.db.roadshowCard.create({
    data: { id, projectId, participantId, kind, note, createdAt },
  });
  return id;
}

/** A row of the signing list, inserted directly; confirmed by both sides unless it is said otherwise. */
export async function signingOf(
  t: { db: Db },
  roadshow: TestRoadshow,
  of: { projectId: string; supply: Trader; demand: Trader },
  values: { kind?: "INTENTION" | "CONTRACT"; amountFen?: bigint; isConfirmed?: boolean } = {},
): Promise<string> {
  const id = newId();
  const now = clock.now();
  const isConfirmed = values.isConfirmed ?? true;
  await t.db.roadshowSigning.create({
    data: {
      id,
      roadshowId: roadshow.id,
      projectId: of.projectId,
      title: "合作意向书",
      kind: values.kind ?? "INTENTION",
      supplyOrganisationId: of.supply.id,
      demandOrganisationId: of.demand.id,
      amountFen: values.amountFen ?? null,
      createdById: roadshow.organiser.actor.userId,
      ...(isConfirmed && {
        supplyConfirmedById: of.supply.actor.userId,
        supplyConfirmedAt: now,
        demandConfirmedById: of.demand.actor.userId,
        demandConfirmedAt: now,
      }),
      createdAt: now,
    },
  });
  return id;
}

/** A lead in any state, inserted directly. */
export async function leadAt(
  t: { db: Db },
  roadshow: TestRoadshow,
  project: TestProject,
  participant: TestPerson,
  state = "NEW",
): Promise<string> {
  const id = newId();
  const now = clock.now();
  await t.db.roadshowLead.create({
    data: {
      id,
      roadshowId: roadshow.id,
      projectId: project.id,
      participantId: participant.id,
      state,
      organisationId: project.owner.id,
      ownerId: project.presenter.userId,
      reasons: ["MEET"],
      replyDueAt: new Date(now.getTime() + 3 * 86_400_000),
      dropCode: state === "DROPPED" ? "NO_FIT" : null,
      createdAt: now,
    },
  });
  return id;
}
