/** A linear programme, or one in whole numbers, in the form in which the optimiser takes it. */
export interface ModelData {
  numCols: number;
  numRows: number;
  colCost: Float64Array;
  colUpper: Float64Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  starts: Int32Array;
  indices: Int32Array;
  values: Float64Array;
  isWhole: boolean;
}

/** Rows are sums of columns with an upper limit; columns are at least 0; the sum of costs is to be large. */
export class PlanModel {
  private readonly costs: number[] = [];
  private readonly uppers: number[] = [];
  private readonly rowUppers: number[] = [];
  private readonly rowLowers: number[] = [];
  private readonly rowStarts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  get columns(): number {
    return this.costs.length;
  }

  column(cost: number, upper = 1): number {
    this.uppers.push(upper);
    return this.costs.push(cost) - 1;
  }

  /** @param less columns that are taken away from the sum */
  row(
    columns: readonly number[],
    upper: number,
    less: readonly number[] = [],
    lower = Number.NEGATIVE_INFINITY,
  ): void {
    for (const column of columns) this.term(column, 1);
    for (const column of less) this.term(column, -1);
    this.close(upper, lower);
  }

  /** A row whose columns count more than once. */
  weightedRow(terms: readonly (readonly [number, number])[], upper: number): void {
    for (const [column, times] of terms) this.term(column, times);
    this.close(upper, Number.NEGATIVE_INFINITY);
  }

  /** The columns add up to exactly this. */
  equal(columns: readonly number[], sum: number): void {
    this.row(columns, sum, [], sum);
  }

  data(isWhole: boolean): ModelData {
    return {
      numCols: this.costs.length,
      numRows: this.rowUppers.length,
      colCost: Float64Array.from(this.costs),
      colUpper: Float64Array.from(this.uppers),
      rowLower: Float64Array.from(this.rowLowers),
      rowUpper: Float64Array.from(this.rowUppers),
      starts: Int32Array.from(this.rowStarts),
      indices: Int32Array.from(this.indices),
      values: Float64Array.from(this.values),
      isWhole,
    };
  }

  private term(column: number, times: number): void {
    this.indices.push(column);
    this.values.push(times);
  }

  private close(upper: number, lower: number): void {
    this.rowUppers.push(upper);
    this.rowLowers.push(lower);
    this.rowStarts.push(this.indices.length);
  }
}

/**
 * What no solution can surpass, from any prices of the rows, good or bad (weak duality): rounding in the
 * optimiser or its being stopped early can make this bound loose but never wrong.
 */
export function boundByPrices(model: ModelData, prices: ArrayLike<number>): number {
  const left = Float64Array.from(model.colCost);
  let bound = 0;
  for (let row = 0; row < model.numRows; row += 1) {
    let price = prices[row] ?? 0;
    if (!Number.isFinite(price)) price = 0;
    const limit = price > 0 ? (model.rowUpper[row] ?? 0) : (model.rowLower[row] ?? 0);
    if (price === 0 || !Number.isFinite(limit)) continue;
    bound += price * limit;
    const end = model.starts[row + 1] ?? 0;
    for (let at = model.starts[row] ?? 0; at < end; at += 1) {
      const column = model.indices[at] ?? 0;
      left[column] = (left[column] ?? 0) - price * (model.values[at] ?? 0);
    }
  }
  for (let column = 0; column < model.numCols; column += 1) {
    bound += Math.max(0, left[column] ?? 0) * (model.colUpper[column] ?? 0);
  }
  return bound;
}
