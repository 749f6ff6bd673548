import { z } from "zod";
import { readErrorCode } from "~/domain/shared/error-code";
import { walkInSchema } from "../people/walk-in-schema";
import { SCANS_PER_BATCH } from "./check-in-rules";
import type { ScanResult } from "./check-in-view";

/** Years that the database and every device can write. */
function isStorable(time: string): boolean {
  const year = new Date(time).getUTCFullYear();
  return year >= 1970 && year <= 9000;
}

/** One scan as a device made it. Its id is made there, so that sending twice writes once. */
const scanSchema = z
  .object({
    id: z.uuid("not_an_id"),
    claimedAt: z.iso.datetime({ offset: true }).refine(isStorable, "bad_form"),
    how: z.enum(["QR", "LIST", "WALK_IN"]),
    participantId: z.uuid("not_an_id").optional(),
    /** Code of a person who is not in the device's list. */
    code: z.string().trim().min(1).max(200).optional(),
    walkIn: walkInSchema.optional(),
    /** The door lets the person in who is on the waiting list. */
    isLetIn: z.literal(true).optional(),
  })
  .refine(
    ({ participantId, code, walkIn }) =>
      [participantId, code, walkIn].filter((one) => one !== undefined).length === 1,
    "bad_form",
  )
  .refine(({ how, walkIn }) => (how === "WALK_IN") === (walkIn !== undefined), "bad_form")
  .refine(({ isLetIn, walkIn }) => !(isLetIn && walkIn), "bad_form");

const scanBatchSchema = z.object({
  deviceId: z.string().trim().min(1).max(64),
  /** The device's clock when it sends; the difference to the server's corrects its scans. */
  now: z.iso.datetime({ offset: true }),
  scans: z.array(z.unknown()).max(SCANS_PER_BATCH),
});

export type Scan = z.output<typeof scanSchema>;
export type ScanBatch = { deviceId: string; now: string; scans: Scan[] };

/**
 * Reads the queue of a device, each scan on its own: a bad one is answered, so that it leaves the queue
 * and stops nothing behind it.
 * @returns null where it is no batch at all
 */
export function readScanBatch(value: unknown): { batch: ScanBatch; refused: ScanResult[] } | null {
  const read = scanBatchSchema.safeParse(value);
  if (!read.success) return null;
  const scans: Scan[] = [];
  const refused: ScanResult[] = [];
  for (const one of read.data.scans) {
    const scan = scanSchema.safeParse(one);
    if (scan.success) scans.push(scan.data);
    else refused.push(refuseScan(one, scan.error.issues[0]?.message));
  }
  return { batch: { ...read.data, scans }, refused };
}

/** Codes of the schemas are words with underscores; messages of the library are not. */
function refuseScan(scan: unknown, message = ""): ScanResult {
  const id = typeof scan === "object" && scan !== null && "id" in scan ? String(scan.id) : "";
  return {
    id,
    result: "REFUSED",
    code: /^[a-z_]+$/.test(readErrorCode(message).code) ? message : "bad_form",
    participantId: null,
    name: "",
    at: null,
  };
}

/** The plain form of the desk: somebody of the list or of the waiting list, or a typed code. */
export const checkInFormSchema = z.object({
  scanId: z.uuid("not_an_id"),
  participantId: z.uuid("not_an_id").optional(),
  code: z.string().trim().max(200).optional(),
});

export const walkInFormSchema = walkInSchema.extend({ scanId: z.uuid("not_an_id") });
