import { z } from "zod";
import { walkInSchema } from "../people/walk-in-schema";
import { SCANS_PER_BATCH } from "./check-in-rules";

/** One scan as a device made it. Its id is made there, so that sending twice writes once. */
const scanSchema = z
  .object({
    id: z.uuid("not_an_id"),
    claimedAt: z.iso.datetime({ offset: true }),
    how: z.enum(["QR", "LIST", "WALK_IN"]),
    participantId: z.uuid("not_an_id").optional(),
    /** Code of a person who is not in the device's list. */
    code: z.string().trim().min(1).max(200).optional(),
    walkIn: walkInSchema.optional(),
  })
  .refine(
    ({ participantId, code, walkIn }) =>
      [participantId, code, walkIn].filter((one) => one !== undefined).length === 1,
    "bad_form",
  )
  .refine(({ how, walkIn }) => (how === "WALK_IN") === (walkIn !== undefined), "bad_form");

export const scanBatchSchema = z.object({
  deviceId: z.string().trim().min(1).max(64),
  /** The device's clock when it sends; the difference to the server's corrects its scans. */
  now: z.iso.datetime({ offset: true }),
  scans: z.array(scanSchema).max(SCANS_PER_BATCH),
});

export type Scan = z.output<typeof scanSchema>;
export type ScanBatch = z.output<typeof scanBatchSchema>;

/** The plain form of the desk: somebody of the list, or a typed code. */
export const checkInFormSchema = z.object({
  scanId: z.uuid("not_an_id"),
  participantId: z.uuid("not_an_id").optional(),
  code: z.string().trim().max(200).optional(),
});

export const walkInFormSchema = walkInSchema.extend({ scanId: z.uuid("not_an_id") });
