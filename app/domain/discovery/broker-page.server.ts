import { loadReferences } from "#search/sync/references";
import {
  BROKER_FACETS,
  BROKER_SORTS,
  type BrokerFacet,
  type BrokerSearch,
  brokersPath,
  readBrokerSearch,
  toggleFacet,
} from "~/domain/brokers/broker-search-schema";
import type { BrokerChoice, BrokerSearchPage } from "~/domain/brokers/broker-search-view";
import { AVAILABILITIES } from "~/domain/brokers/profile-rules";
import { codeNamer, listOptions } from "~/domain/catalogue/code-queries.server";
import type { Db } from "~/platform/db.server";
import { nameOf } from "./facet-choices";
import { pageNumbers } from "./page-numbers";
import { type BrokerResults, searchBrokers } from "./search-brokers.server";
import { PAGE_SIZE } from "./search-schema";

const LISTS = {
  service: "broker-services",
  level: "broker-levels",
  language: "languages",
} as const;

/** The page of brokers for a query string, with every link that it offers. Public. */
export async function getBrokerPage(
  params: URLSearchParams,
  locale: string,
  db: Db,
): Promise<BrokerSearchPage> {
  const search = readBrokerSearch(params);
  const [results, naming] = await Promise.all([searchBrokers(search, db), readNames(locale, db)]);
  const last = Math.max(1, Math.ceil(results.total / PAGE_SIZE));
  const pageTo = (page: number) => brokersPath({ ...search, page });
  const none = Object.fromEntries(BROKER_FACETS.map((facet) => [facet, []]));
  return {
    search,
    cards: results.hits.map(({ document, name }) => ({
      id: document.id,
      name: [...name],
      agencyName: document.agencyName,
      level: document.level && naming.name("level", document.level),
      region: naming.regionPath(document.regionCode),
      intro: document.intro,
      fields: document.fieldCodes.map((code) => naming.name("field", code) ?? code),
      services: document.services.map((code) => naming.name("service", code) ?? code),
      languages: document.languages.map((code) => naming.name("language", code) ?? code),
      availability: document.availability,
      dealStep: document.dealStep,
    })),
    total: results.total,
    degraded: results.counts === null,
    facets: BROKER_FACETS.map((facet) => ({
      facet,
      choices: choicesOf(facet, search, results, naming).filter(isWorthShowing),
    })).filter((one) => one.choices.length > 0),
    active: BROKER_FACETS.flatMap((facet) =>
      search[facet].map((value) => ({
        facet,
        value,
        name: naming.name(facet, value),
        removeTo: brokersPath(toggleFacet(search, facet, value)),
      })),
    ),
    clearTo: brokersPath({ ...search, ...none, page: 1 }),
    sorts: BROKER_SORTS.map((value) => ({
      value,
      to: brokersPath({ ...search, sort: value, page: 1 }),
      current: search.sort === value,
    })),
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

const isWorthShowing = (choice: BrokerChoice) =>
  choice.selected || choice.count !== 0 || choice.children.length > 0;

type Names = Awaited<ReturnType<typeof readNames>>;

async function readNames(locale: string, db: Db) {
  const [references, namer, services, levels, languages] = await Promise.all([
    loadReferences(db),
    codeNamer(db, locale),
    listOptions(db, LISTS.service, locale),
    listOptions(db, LISTS.level, locale),
    listOptions(db, LISTS.language, locale),
  ]);
  const options = { service: services, level: levels, language: languages };
  const regionName = (code: string) => nameOf("region", code, { references, locale }) ?? code;
  return {
    references,
    values: (facet: keyof typeof options) => options[facet].map((one) => one.value),
    regionPath: (code: string | null) => references.regionPath(code).map(regionName).join(" "),
    /** Null for the words that the page itself has. */
    name(facet: BrokerFacet, code: string): string | null {
      if (facet === "availability") return null;
      if (facet === "field") return namer("fields", code);
      if (facet === "region") return regionName(code);
      return namer(LISTS[facet], code);
    },
  };
}

function choicesOf(
  facet: BrokerFacet,
  search: BrokerSearch,
  results: BrokerResults,
  naming: Names,
): BrokerChoice[] {
  const counts = results.counts?.get(facet) ?? null;
  const chosen: readonly string[] = search[facet];
  const choice = (value: string, children: BrokerChoice[] = []): BrokerChoice => ({
    value,
    name: naming.name(facet, value),
    to: brokersPath(toggleFacet(search, facet, value)),
    count: results.counts === null ? null : (counts?.get(value) ?? 0),
    selected: chosen.includes(value),
    children,
  });
  const { references } = naming;
  if (facet === "availability") return AVAILABILITIES.map((value) => choice(value));
  if (facet === "field") {
    const open = chosen.flatMap((code) => references.withAncestors("fields", code));
    return references.childCodes("fields", null).map((code) => {
      const below = open.includes(code) ? references.childCodes("fields", code) : [];
      return choice(code, below.map((child) => choice(child)).filter(isWorthShowing));
    });
  }
  if (facet === "region") {
    const open = references.regionPath(chosen[0] ?? null);
    return references.provinces().map((code) => {
      const cities = open.includes(code)
        ? [...(counts?.keys() ?? [])].filter((city) => references.regionPath(city).at(-2) === code)
        : [];
      return choice(
        code,
        cities
          .filter((city) => city.endsWith("00"))
          .sort()
          .map((city) => choice(city)),
      );
    });
  }
  return naming.values(facet).map((value) => choice(value));
}
