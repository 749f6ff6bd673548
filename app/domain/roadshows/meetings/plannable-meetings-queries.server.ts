import type { DbOrTx } from "~/platform/db.server";

export type PlannableMeeting = {
  id: string;
  fromId: string;
  toId: string;
  projectId: string | null;
  /** How much is lost when it finds no place: both must 10, one must 7, else 4. */
  weight: number;
};

/** Agreed meetings of people who are registered, but for those that one of the two does not want. */
export async function findPlannableMeetings(
  db: DbOrTx,
  roadshowId: string,
): Promise<PlannableMeeting[]> {
  const meetings = await db.roadshowMeeting.findMany({
    where: {
      roadshowId,
      state: "ACCEPTED",
      from: { state: "REGISTERED" },
      to: { state: "REGISTERED" },
    },
    orderBy: { number: "asc" },
    select: { id: true, fromId: true, toId: true, projectId: true },
  });
  const wishes = await db.roadshowWish.findMany({
    where: { from: { roadshowId } },
    select: { fromId: true, toId: true, level: true },
  });
  const level = new Map(wishes.map((one) => [`${one.fromId}:${one.toId}`, one.level]));
  return meetings.flatMap((one) => {
    const both = [level.get(`${one.fromId}:${one.toId}`), level.get(`${one.toId}:${one.fromId}`)];
    if (both.includes("NO")) return [];
    const musts = both.filter((wish) => wish === "MUST").length;
    const mutual = both.every((wish) => wish === "MUST" || wish === "MEET");
    const weight = musts === 2 ? 10 : musts === 1 && mutual ? 7 : 4;
    return [{ ...one, weight }];
  });
}
