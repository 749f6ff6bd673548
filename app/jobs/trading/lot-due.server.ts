import { systemActor } from "~/domain/identity/actor";
import { fireLotDue } from "~/domain/trading/fire-lot-due.server";
import type { JobHandler } from "../job-handler";

/** At an announced instant of a lot. */
export const fireDueLot: JobHandler<"trading.lotDue"> = async ({ lotId }, { db }) => {
  await fireLotDue(lotId, systemActor("trading.lotDue"), db);
};
