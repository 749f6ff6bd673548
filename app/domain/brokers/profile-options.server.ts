import { getReference, listOptions, type Option } from "~/domain/catalogue/code-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { listRegionTree, type RegionNode } from "~/domain/identity/region-queries.server";
import type { Db } from "~/platform/db.server";

export type ProfileChoices = {
  regionTree: RegionNode[];
  agencies: Option[];
  levels: Option[];
  fields: Option[];
  regions: Option[];
  services: Option[];
  languages: Option[];
};

/** Everything that the forms of a profile offer for choice. */
export async function listProfileChoices(
  actor: UserActor,
  regionCode: string | null,
  locale: string,
  db: Db,
): Promise<ProfileChoices> {
  const plain = async (list: Parameters<typeof listOptions>[1]) =>
    (await listOptions(db, list, locale)).map(({ value, label }) => ({ value, label }));
  const [regionTree, levels, fields, services, languages, { regions }] = await Promise.all([
    listRegionTree(db, locale),
    plain("broker-levels"),
    plain("fields"),
    plain("broker-services"),
    plain("languages"),
    getReference(db),
  ]);
  const nameOf = (row: { nameZh: string; nameEn: string }) =>
    locale.startsWith("zh") || row.nameEn === "" ? row.nameZh : row.nameEn;
  // Cities of the own province and all provinces: whom one serves is not told by the district.
  const province = `${(regionCode ?? "370000").slice(0, 2)}0000`;
  const offered = [
    ...regions.filter((row) => row.parentCode === province),
    ...regions.filter((row) => row.parentCode === null),
  ];
  return {
    regionTree,
    agencies: actor.memberships
      .filter((one) => one.isVerified)
      .map((one) => ({ value: one.organisationId, label: one.organisationName })),
    levels,
    fields,
    regions: offered.map((row) => ({ value: row.code, label: nameOf(row) })),
    services,
    languages,
  };
}
