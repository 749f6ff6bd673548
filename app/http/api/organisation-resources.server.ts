import type { z } from "zod";
import type { OrganisationDocument } from "#search/indexes/organisations";
import { loadReferences } from "#search/sync/references";
import { loadDocuments } from "#search/sync/rows";
import {
  organisationsPath,
  readOrganisationSearch,
} from "~/domain/discovery/organisation-search-schema";
import { searchOrganisations } from "~/domain/discovery/search-organisations.server";
import { MAX_PAGE, PAGE_SIZE } from "~/domain/discovery/search-schema";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import type { organisationPageSchema, organisationSchema } from "./resource-schema";

type Organisation = z.output<typeof organisationSchema>;

function toResource(document: OrganisationDocument): Organisation {
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
  assertFound(isId(id) ? id : null);
  const [documents, row] = await Promise.all([
    loadReferences(db).then((references) => loadDocuments(db, "organisation", [id], references)),
    db.organisation.findUnique({ where: { id }, select: { intro: true } }),
  ]);
  const resource = toResource(assertFound(documents[0]) as OrganisationDocument);
  // The index holds a folded form of the text for searching.
  return { ...resource, intro: row?.intro ?? resource.intro };
}
