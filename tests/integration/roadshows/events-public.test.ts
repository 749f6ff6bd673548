import { expect, it } from "vitest";
import { getPublicRoadshow } from "~/domain/roadshows/events/public-roadshow-queries.server";
import { makeTrader } from "../../factories/challenges";
import { makeAchievement, makeNeed } from "../../factories/published-listings";
import { projectAt } from "../../factories/roadshow-call";
import { roadshowAt } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();

it("an event names its projects to everybody, confidential ones by their place alone", async () => {
  const event = await roadshowAt(t, "REGISTRATION");
  const owner = await makeTrader(t.db);
  const achievement = await makeAchievement(t.db, owner.id);
  const blinded = await makeNeed(t.db, owner.id, { isBlinded: true });
  const add = (state: "CONFIRMED" | "SELECTED", options: Parameters<typeof projectAt>[3]) =>
    projectAt(t, event, state, { owner, ...options });
  const open = await add("CONFIRMED", { achievementId: achievement.id });
  const secret = await add("CONFIRMED", { confidentiality: "NDA_SESSION", title: "保密的题目" });
  await add("CONFIRMED", { side: "DEMAND", needId: blinded.id });
  await add("SELECTED", { title: "还没有确认" });
  const { projects } = await getPublicRoadshow(t.db, event.number, null, "zh-CN");
  expect(projects).toMatchObject([
    {
      number: open.number,
      title: open.title,
      organisation: { id: owner.id },
      sourceTo: `/achievements/${achievement.id}`,
    },
    {},
    { side: "DEMAND", organisation: null, sourceTo: null },
  ]);
  expect(projects[1]).toEqual({ number: secret.number, isConfidential: true });
});
