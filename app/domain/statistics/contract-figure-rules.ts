/** One cell of the figures of registered contracts; money in fen. */
export type ContractCell = {
  code: string;
  /** Contracts added less contracts that left. */
  contracts: number;
  totalFen: bigint;
  technicalFen: bigint;
  /** Different contracts behind the cell. */
  behind: number;
};

export type ShownCell = Omit<ContractCell, "behind" | "contracts" | "totalFen" | "technicalFen"> & {
  /** Null: held back, because one or two contracts could be made out. */
  figures: { contracts: number; totalFen: bigint; technicalFen: bigint } | null;
};

/** Cells of so many contracts and fewer are held back (PIPL; domain rules on statistics). */
export const HELD_BACK_TO = 2;

/**
 * Holds back the cells of one or two contracts. When a single cell is held back while the sum of all
 * is shown, the smallest other cell is held back with it, or it could be subtracted from the sum.
 */
export function holdBack(cells: readonly ContractCell[]): ShownCell[] {
  const small = (cell: ContractCell) => cell.behind > 0 && cell.behind <= HELD_BACK_TO;
  const held = new Set(cells.filter(small).map((cell) => cell.code));
  if (held.size === 1) {
    const next = cells
      .filter((cell) => cell.behind > HELD_BACK_TO)
      .sort((a, b) => a.behind - b.behind || (a.code < b.code ? -1 : 1))[0];
    if (next) held.add(next.code);
  }
  return cells.map(({ code, contracts, totalFen, technicalFen }) => ({
    code,
    figures: held.has(code) ? null : { contracts, totalFen, technicalFen },
  }));
}
