import type { z } from "zod";
import {
  organisationsPath,
  readOrganisationSearch,
} from "~/domain/discovery/organisation-search-schema";
import { getPublicOrganisation } from "~/domain/discovery/public-organisation.server";
import {
  type OrganisationHit,
  searchOrganisations,
} from "~/domain/discovery/search-organisations.server";
import { MAX_PAGE, PAGE_SIZE } from "~/domain/discovery/search-schema";
import type { Db } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import type { organisationPageSchema, organisationSchema } from "./resource-schema";

type Organisation = z.output<typeof organisationSchema>;

function toResource(document: OrganisationHit["document"]): Organisation {
  return {
    id: document.id,
    url: `${appUrl()}/organisations/${document.id}`,
    name: document.name,
    nameEn: document.nameEn,
    kind: document.kind,
    regionCodes: [document.province, document.city, document.district].filter(
      (code) => code !== null,
    ),
    intro: document.intro,
    isVerified: document.isVerified,
    achievementCount: document.achievementCount,
    needCount: document.needCount,
  };
}

/** Verified organisations with the parameters of the page of the same name. */
export async function readOrganisations(
  params: URLSearchParams,
  db: Db,
): Promise<z.output<typeof organisationPageSchema>> {
  const search = readOrganisationSearch(params);
  const results = await searchOrganisations(search, db);
  const hasNext = search.page < MAX_PAGE && search.page * PAGE_SIZE < results.total;
  return {
    items: results.hits.map((hit) => toResource(hit.document)),
    total: results.total,
    isDegraded: results.degraded,
    next: hasNext
      ? `${appUrl()}/api/v1${organisationsPath({ ...search, page: search.page + 1 })}`
      : null,
  };
}

/** One verified organisation. @throws DomainError "not_found" (404) */
export async function readOrganisation(id: string, db: Db): Promise<Organisation> {
  const { document, intro } = await getPublicOrganisation(id, db);
  return { ...toResource(document), intro };
}
