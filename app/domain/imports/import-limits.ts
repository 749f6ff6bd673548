/** Limits of one import. Lengths are in characters as a person counts them. */
export const IMPORT_LIMITS = {
  fileBytes: 50 * 1024 * 1024,
  rows: 50_000,
  columns: 200,
  cell: 30_000,
  /** A file whose every row fails would otherwise fill the table of issues. */
  issues: 20_000,
} as const;

/** Longest texts that a listing holds; the catalogue's content schemas check the same. */
export const TEXT_LIMITS = {
  externalId: 120,
  title: 60,
  titleEn: 200,
  summary: 80,
  description: 4000,
  background: 4000,
  applications: 2000,
  constraints: 2000,
  cooperationNote: 1000,
  keyword: 30,
  keywords: 10,
} as const;

/** Issues on one page of a run. */
export const ISSUES_SHOWN = 50;
