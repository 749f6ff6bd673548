import type { VectorChecks } from "./vector-table-schema";

export type TrainedTable = {
  version: string;
  at: string;
  texts: number;
  state: "at-work" | "retired" | "refused";
  checks: VectorChecks;
};

export type VectorTablesView = {
  atWork: {
    version: string;
    isShipped: boolean;
    /** Null for the table that is shipped. */
    since: string | null;
    /** Shipped table that it continues; itself for the shipped one. */
    base: string;
    texts: number;
    units: number;
    checks: VectorChecks | null;
  };
  /** The newest first, refused ones among them. */
  trained: TrainedTable[];
  leastListings: number;
  tolerance: number;
};
