import { beforeAll } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { leadConduct } from "~/domain/roadshows/follow-up/lead-conduct.server";
import type { LeadRelation } from "~/domain/roadshows/follow-up/lead-procedure";
import { makeDeal } from "../../factories/deals";
import { makeMember, makeStranger } from "../../factories/people";
import { leadAt, presentedAt } from "../../factories/roadshow-after";
import type { TestProject } from "../../factories/roadshow-call";
import { personAt } from "../../factories/roadshow-people";
import { roadshowAt, type TestRoadshow } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";
import { type Walker, walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb("file");
let roadshow: TestRoadshow;
let project: TestProject;
let dealId = "";
let walkers: Walker<LeadRelation>[];

beforeAll(async () => {
  roadshow = await roadshowAt(t, "MATCHING");
  const presenter = await makeStranger(t.db);
  project = await presentedAt(t, roadshow, { presenterUserId: presenter.userId });
  dealId = (await makeDeal(t.db)).id;
  walkers = [
    {
      name: "publisher",
      actor: await makeMember(t.db, project.owner.id, "MEMBER", ["PUBLISH"]),
      relations: ["handler"],
    },
    {
      name: "signer",
      actor: await makeMember(t.db, project.owner.id, "MEMBER", ["SIGN"]),
      relations: [],
    },
    { name: "owner who left", actor: presenter, relations: [] },
    { name: "organiser", actor: roadshow.organiser.actor, relations: [] },
    { name: "market", actor: systemActor("test"), relations: ["market"] },
  ];
});

walkProcedure({
  conduct: leadConduct,
  db: () => t.db,
  walkers: ["publisher", "signer", "owner who left", "organiser", "market"],
  actors: async () => walkers,
  make: async (state) => leadAt(t, roadshow, project, await personAt(t, roadshow), state),
  input: (move) =>
    move === "openRoom" ? { dealId } : move === "drop" ? { dropCode: "NO_FIT" } : {},
});
