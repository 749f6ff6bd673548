import { z } from "zod";

/** A fingerprint as people paste it: with spaces, in capitals, in groups. */
export const fingerprintSchema = z
  .string()
  .transform((text) => text.replace(/[\s:-]/g, "").toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{64}$/, "fingerprint_format"));
