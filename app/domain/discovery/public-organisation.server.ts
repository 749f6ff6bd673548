import type { OrganisationDocument } from "#search/indexes/organisations";
import { loadReferences } from "#search/sync/references";
import { loadDocuments } from "#search/sync/rows";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";

/**
 * One verified organisation as everybody may see it, with its text as written (the index holds a
 * folded form).
 * @throws DomainError "not_found" (404)
 */
export async function getPublicOrganisation(
  id: string,
  db: Db,
): Promise<{ document: OrganisationDocument; intro: string }> {
  assertFound(isId(id) ? id : null);
  const references = await loadReferences(db);
  const [documents, row] = await Promise.all([
    loadDocuments(db, "organisation", [id], references),
    db.organisation.findUnique({ where: { id }, select: { intro: true } }),
  ]);
  return {
    document: assertFound(documents[0]) as OrganisationDocument,
    intro: assertFound(row).intro,
  };
}
