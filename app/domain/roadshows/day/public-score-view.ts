/** A published result, without who gave what; a confidential project has neither title nor organisation. */
export type PublicScore = {
  number: number;
  title: string;
  organisation: string;
  result: string;
  rank: number;
};
