import { codeNamer, regionNamer } from "~/domain/catalogue/code-queries.server";
import type { Db } from "~/platform/db.server";

type Coded = {
  level: string | null;
  regionCode: string | null;
  fieldCodes: readonly string[];
  regionCodes: readonly string[];
  serviceCodes: readonly string[];
  languageCodes: readonly string[];
};

export type ProfileLabels = {
  level: string | null;
  region: string;
  fields: string[];
  regions: string[];
  services: string[];
  languages: string[];
};

/** The codes of a profile in the reader's language. */
export async function labelProfile(db: Db, profile: Coded, locale: string): Promise<ProfileLabels> {
  const [name, region] = await Promise.all([codeNamer(db, locale), regionNamer(db, locale)]);
  return {
    level: profile.level && name("broker-levels", profile.level),
    region: region(profile.regionCode),
    fields: profile.fieldCodes.map((code) => name("fields", code)),
    regions: profile.regionCodes.map(region),
    services: profile.serviceCodes.map((code) => name("broker-services", code)),
    languages: profile.languageCodes.map((code) => name("languages", code)),
  };
}
