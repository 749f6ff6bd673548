import { remindMeetings } from "~/domain/roadshows/meetings/remind-meetings.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Reminds people who want meetings and have none; running twice tells nobody twice. */
export async function remindOfMeetings(
  _payload: JobPayloads["roadshows.remindMeetings"],
  { db, logger }: JobContext,
): Promise<void> {
  const count = await remindMeetings(db);
  if (count > 0) logger.info({ count }, "reminded of meetings");
}
