import { listingProcedure } from "~/domain/catalogue/listing-procedure";
import { organisationProcedure } from "~/domain/identity/organisation-procedure";
import { realNameProcedure } from "~/domain/identity/real-name-procedure";
import { importRunProcedure } from "~/domain/imports/import-run-procedure";
import { introductionProcedure } from "~/domain/matching/introduction-procedure";
import type { Procedure } from "~/domain/shared/procedure/procedure";

/** Every procedure of the market; a test holds this list to the files that end in -procedure.ts. */
export const PROCEDURES: readonly Procedure[] = [
  listingProcedure,
  organisationProcedure,
  realNameProcedure,
  introductionProcedure,
  importRunProcedure,
];
