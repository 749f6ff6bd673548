import { z } from "zod";
import { MAX_PAGE, ORGANISATION_KINDS } from "./search-schema";

/** A search for organisations as it stands in the URL; what is not understood is left out. */
export const organisationSearchSchema = z.object({
  q: z.string().transform((text) => text.replaceAll("\u0000", "").trim().slice(0, 120)),
  kind: z
    .array(z.string())
    .transform((values) => ORGANISATION_KINDS.filter((kind) => values.includes(kind))),
  region: z
    .string()
    .regex(/^\d{6}$/)
    .nullable()
    .catch(null),
  page: z.coerce.number().int().min(1).max(MAX_PAGE).catch(1),
});

export type OrganisationSearch = z.output<typeof organisationSearchSchema>;

export function readOrganisationSearch(params: URLSearchParams): OrganisationSearch {
  return organisationSearchSchema.parse({
    q: params.get("q") ?? "",
    kind: params.getAll("kind"),
    region: params.get("region"),
    page: params.get("page") ?? 1,
  });
}

/** Address of a search for organisations. */
export function organisationsPath(search: OrganisationSearch): string {
  const params = new URLSearchParams();
  if (search.q !== "") params.set("q", search.q);
  for (const kind of search.kind) params.append("kind", kind);
  if (search.region !== null) params.set("region", search.region);
  if (search.page > 1) params.set("page", String(search.page));
  const query = params.toString();
  return query === "" ? "/organisations" : `/organisations?${query}`;
}
