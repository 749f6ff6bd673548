import { z } from "zod";

export const MANIFEST_FORMAT = "technology-contract-dossier";

/** What is in a dossier's archive; the manifest itself is not listed. */
export const manifestSchema = z.strictObject({
  format: z.literal(MANIFEST_FORMAT),
  version: z.literal("1.0"),
  case: z.string(),
  asOf: z.iso.datetime(),
  /** Day of the rules and parameters that the checks were run with. */
  checkedOn: z.iso.date(),
  files: z.array(
    z.strictObject({
      path: z.string(),
      kind: z.string(),
      sizeBytes: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

export type DossierManifest = z.output<typeof manifestSchema>;
