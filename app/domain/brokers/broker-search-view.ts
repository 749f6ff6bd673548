import type { BrokerFacet, BrokerSearch, BrokerSort } from "./broker-search-schema";

export type BrokerChoice = {
  value: string;
  /** Name from a code list; null: the page knows the word. */
  name: string | null;
  to: string;
  /** Null while PostgreSQL answers, which does not count. */
  count: number | null;
  selected: boolean;
  children: BrokerChoice[];
};

export type BrokerCard = {
  id: string;
  name: { text: string; match: boolean }[];
  agencyName: string;
  level: string | null;
  region: string;
  intro: string;
  fields: string[];
  services: string[];
  languages: string[];
  availability: string;
  /** 0 none, 1 one or two, 2 three to nine, 3 ten and more. */
  dealStep: number;
};

/** What the page of brokers shows, with every link that it offers. */
export type BrokerSearchPage = {
  search: BrokerSearch;
  cards: BrokerCard[];
  total: number;
  degraded: boolean;
  facets: { facet: BrokerFacet; choices: BrokerChoice[] }[];
  active: { facet: BrokerFacet; value: string; name: string | null; removeTo: string }[];
  clearTo: string;
  sorts: { value: BrokerSort; to: string; current: boolean }[];
  paging: {
    from: number;
    to: number;
    previousTo: string | null;
    nextTo: string | null;
    pages: { label: string; to: string | null; current: boolean }[];
  };
};
