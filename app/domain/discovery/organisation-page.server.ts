import { loadReferences } from "#search/sync/references";
import type { Db } from "~/platform/db.server";
import { nameOf } from "./facet-choices";
import type { FacetChoice } from "./listing-page-view";
import type { OrganisationPage } from "./organisation-page-view";
import {
  type OrganisationSearch,
  organisationsPath,
  readOrganisationSearch,
} from "./organisation-search-schema";
import { pageNumbers } from "./page-numbers";
import { searchOrganisations } from "./search-organisations.server";
import { ORGANISATION_KINDS, PAGE_SIZE } from "./search-schema";

/** The page of organisations for a query string, with every link that it offers. Public. */
export async function getOrganisationPage(
  params: URLSearchParams,
  locale: string,
  db: Db,
): Promise<OrganisationPage> {
  const search = readOrganisationSearch(params);
  const [results, references] = await Promise.all([
    searchOrganisations(search, db),
    loadReferences(db),
  ]);
  const regionName = (code: string) => nameOf("region", code, { references, locale }) ?? code;
  const regionChoice = (code: string, children: readonly FacetChoice[]): FacetChoice => ({
    value: code,
    name: regionName(code),
    to: organisationsPath({ ...search, region: search.region === code ? null : code, page: 1 }),
    count: results.regions?.get(code) ?? (results.regions === null ? null : 0),
    selected: search.region === code,
    children,
  });
  const openPath = references.regionPath(search.region);
  const regions = references.provinces().map((code) => {
    const cities = openPath.includes(code)
      ? [...(results.regions?.keys() ?? [])].filter(
          (city) => references.regionPath(city).at(-2) === code,
        )
      : [];
    return regionChoice(
      code,
      cities.sort().map((city) => regionChoice(city, [])),
    );
  });
  const last = Math.max(1, Math.ceil(results.total / PAGE_SIZE));
  const pageTo = (page: number) => organisationsPath({ ...search, page });
  const toggleKind = (kind: OrganisationSearch["kind"][number]) =>
    organisationsPath({
      ...search,
      kind: search.kind.includes(kind)
        ? search.kind.filter((one) => one !== kind)
        : [...search.kind, kind],
      page: 1,
    });
  return {
    search,
    cards: results.hits.map(({ document, name }) => ({
      id: document.id,
      to: `/organisations/${document.id}`,
      name,
      nameEn: document.nameEn,
      kind: document.kind,
      region: [document.province, document.city, document.district]
        .filter((code) => code !== null)
        .map(regionName)
        .join(" "),
      intro: document.intro,
      isVerified: document.isVerified,
      achievementCount: document.achievementCount,
      needCount: document.needCount,
    })),
    total: results.total,
    degraded: results.degraded,
    kinds: ORGANISATION_KINDS.map((kind) => ({
      value: kind,
      name: null,
      to: toggleKind(kind),
      count: results.kinds === null ? null : (results.kinds.get(kind) ?? 0),
      selected: search.kind.includes(kind),
      children: [],
    })).filter((choice) => choice.selected || choice.count !== 0),
    regions: regions.filter(
      (choice) => choice.selected || choice.count !== 0 || choice.children.length > 0,
    ),
    active: [
      ...search.kind.map((kind) => ({
        group: "kind" as const,
        value: kind,
        name: null,
        removeTo: toggleKind(kind),
      })),
      ...(search.region === null
        ? []
        : [
            {
              group: "region" as const,
              value: search.region,
              name: regionName(search.region),
              removeTo: organisationsPath({ ...search, region: null, page: 1 }),
            },
          ]),
    ],
    clearTo: organisationsPath({ ...search, kind: [], region: null, page: 1 }),
    paging: {
      from: results.hits.length === 0 ? 0 : (search.page - 1) * PAGE_SIZE + 1,
      to: (search.page - 1) * PAGE_SIZE + results.hits.length,
      previousTo: search.page > 1 ? pageTo(search.page - 1) : null,
      nextTo: search.page < last ? pageTo(search.page + 1) : null,
      pages: pageNumbers(search.page, last).map((page) => ({
        label: page === null ? "…" : String(page),
        to: page === null ? null : pageTo(page),
        current: page === search.page,
      })),
    },
  };
}
