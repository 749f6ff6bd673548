import { clock } from "~/domain/shared/clock";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { tellOffice } from "./roadshow-notices.server";
import { readLockedRoadshow } from "./roadshow-rows.server";

/** The approval takes too long: the office is reminded. */
export const fireRoadshowClock: ClockFiring = async (tx, { subjectId }) => {
  const row = await readLockedRoadshow(tx, subjectId);
  if (row.state !== "VETTING") return;
  await tellOffice(tx, row, {
    kind: "roadshowToApprove",
    params: { title: row.title, organisation: row.organisation.legalName },
    key: `${row.id}:${clock.now().getTime()}`,
  });
};
