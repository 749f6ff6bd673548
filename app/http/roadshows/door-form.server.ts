import type { UserActor } from "~/domain/identity/actor";
import {
  checkInFormSchema,
  readScanBatch,
  type Scan,
  walkInFormSchema,
} from "~/domain/roadshows/day/check-in-schema";
import { markDayMeeting } from "~/domain/roadshows/day/mark-day-meeting.server";
import { dayMeetingSchema, onSiteMeetingSchema } from "~/domain/roadshows/day/meeting-desk-schema";
import { receiveScans } from "~/domain/roadshows/day/receive-scans.server";
import { recordMeeting } from "~/domain/roadshows/day/record-meeting.server";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { formRunner } from "../challenges/run-form.server";
import { problemResponse } from "../error-response.server";
import { readForm } from "../form.server";
import { backTo } from "./run-day-form.server";

/** Most bytes of one batch: two hundred scans with room to spare. */
const MAX_BATCH_BYTES = 200_000;

/** Check-in by the plain form: somebody of the list, a typed code, or a walk-in. */
export async function answerCheckIn(
  request: Request,
  roadshowId: string,
  actor: UserActor,
  db: Db,
) {
  const fields = await readForm(request);
  const run = formRunner(fields);
  const scanOne = async (scan: Omit<Scan, "claimedAt">) => {
    const now = clock.now().toISOString();
    const batch = { deviceId: "form", now, scans: [{ ...scan, claimedAt: now }] };
    const [result] = (await receiveScans(roadshowId, batch, actor, db)).results;
    if (!result || result.result === "UNKNOWN") {
      throw new DomainError("check_in_unknown", { field: "code" });
    }
    if (result.result === "REFUSED") {
      throw new DomainError(result.code ?? "check_in_refused", { params: { name: result.name } });
    }
    const { name, at } = result;
    const isNew = result.result === "IN";
    return backTo(
      organiserHref(roadshowId, "check-in"),
      isNew ? "checkIn.done.in" : "checkIn.done.already",
      { name, time: timeOf(at) },
    );
  };
  switch (String(fields.get("intent") ?? "")) {
    case "checkIn":
      return run(checkInFormSchema, async ({ scanId, participantId, code }) => {
        if (participantId) return scanOne({ id: scanId, participantId, how: "LIST" });
        if (!code) throw new DomainError("required", { field: "code" });
        return scanOne({ id: scanId, code, how: "QR" });
      });
    case "letIn":
      return run(checkInFormSchema, async ({ scanId, participantId }) => {
        if (!participantId) throw new DomainError("bad_form", { status: 400 });
        return scanOne({ id: scanId, participantId, how: "LIST", isLetIn: true });
      });
    case "walkIn":
      return run(walkInFormSchema, async ({ scanId, ...walkIn }) =>
        scanOne({ id: scanId, walkIn, how: "WALK_IN" }),
      );
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}

const timeOf = (at: string | null): string =>
  at
    ? new Intl.DateTimeFormat("sv-SE", { timeStyle: "short", timeZone: "Asia/Shanghai" }).format(
        new Date(at),
      )
    : "";

/** The queue of a device, as JSON; sent again until it is answered. */
export async function answerScanBatch(
  request: Request,
  roadshowId: string,
  actor: UserActor,
  db: Db,
): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  try {
    const text = await request.text();
    if (text.length > MAX_BATCH_BYTES) throw new DomainError("body_too_large", { status: 413 });
    const read = readScanBatch(readJson(text));
    if (!read) throw new DomainError("bad_form", { status: 400 });
    const { received, results } = await receiveScans(roadshowId, read.batch, actor, db);
    return Response.json({ received, results: [...results, ...read.refused] }, { headers });
  } catch (error) {
    return problemResponse(error, request.headers.get("x-request-id") ?? "");
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replaceAll("\\u0000", ""));
  } catch {
    return null;
  }
}

/** Held and missed meetings, and those agreed on the spot. */
export async function answerMeetingDesk(
  request: Request,
  roadshowId: string,
  actor: UserActor,
  db: Db,
) {
  const fields = await readForm(request);
  const run = formRunner(fields);
  const intent = String(fields.get("intent") ?? "");
  const back = () => backTo(organiserHref(roadshowId, "check-in/meetings"), "meetings.done");
  switch (intent) {
    case "held":
    case "missed":
      return run(dayMeetingSchema, async (value) => {
        await markDayMeeting({ roadshowId, ...value, isHeld: intent === "held" }, actor, db);
        return back();
      });
    case "onSite":
      return run(onSiteMeetingSchema, async (value) => {
        await recordMeeting({ roadshowId, ...value }, actor, db);
        return back();
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
