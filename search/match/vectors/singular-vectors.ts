import { seededRandom } from "../seeded-random";

/** A sparse matrix by rows: the entries of row r lie at offsets[r] to offsets[r + 1]. */
export interface SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly offsets: Uint32Array;
  readonly columnOf: Uint32Array;
  readonly values: Float32Array;
}

const OVERSAMPLING = 16;

/**
 * Left singular vectors of a sparse matrix by randomised subspace iteration (Halko, Martinsson and
 * Tropp 2011, algorithm 4.4). The result is row-major, rows × dimensions, strongest first.
 */
export function leftSingularVectors(
  matrix: SparseMatrix,
  dimensions: number,
  options: { readonly seed: number; readonly iterations: number },
): Float32Array {
  const width = Math.min(dimensions + OVERSAMPLING, matrix.rows, matrix.columns);
  if (width < dimensions) throw new RangeError("the matrix is smaller than the wanted dimensions");
  const random = seededRandom(String(options.seed));
  const start = new Float32Array(matrix.columns * width);
  for (let i = 0; i < start.length; i++) start[i] = gaussian(random);
  let left = multiply(matrix, start, width);
  for (let i = 0; i < options.iterations; i++) {
    orthonormalise(left, matrix.rows, width);
    const right = multiplyTransposed(matrix, left, width);
    orthonormalise(right, matrix.columns, width);
    left = multiply(matrix, right, width);
  }
  orthonormalise(left, matrix.rows, width);
  // The strongest directions inside the subspace: eigenvectors of (AᵀQ)ᵀ(AᵀQ).
  const projected = multiplyTransposed(matrix, left, width);
  const rotation = symmetricEigenvectors(gram(projected, matrix.columns, width), width);
  const result = new Float32Array(matrix.rows * dimensions);
  for (let r = 0; r < matrix.rows; r++) {
    for (let k = 0; k < width; k++) {
      const value = left[r * width + k] as number;
      for (let d = 0; d < dimensions; d++) {
        result[r * dimensions + d] =
          (result[r * dimensions + d] as number) + value * (rotation[k * width + d] as number);
      }
    }
  }
  return result;
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function multiply(matrix: SparseMatrix, x: Float32Array, width: number): Float32Array {
  const y = new Float32Array(matrix.rows * width);
  const sum = new Float64Array(width);
  for (let r = 0; r < matrix.rows; r++) {
    sum.fill(0);
    for (let e = matrix.offsets[r] as number; e < (matrix.offsets[r + 1] as number); e++) {
      const value = matrix.values[e] as number;
      const from = (matrix.columnOf[e] as number) * width;
      for (let k = 0; k < width; k++) sum[k] = (sum[k] as number) + value * (x[from + k] as number);
    }
    y.set(sum, r * width);
  }
  return y;
}

function multiplyTransposed(matrix: SparseMatrix, x: Float32Array, width: number): Float32Array {
  const y = new Float32Array(matrix.columns * width);
  for (let r = 0; r < matrix.rows; r++) {
    for (let e = matrix.offsets[r] as number; e < (matrix.offsets[r + 1] as number); e++) {
      const value = matrix.values[e] as number;
      const to = (matrix.columnOf[e] as number) * width;
      for (let k = 0; k < width; k++) {
        y[to + k] = (y[to + k] as number) + value * (x[r * width + k] as number);
      }
    }
  }
  return y;
}

function gram(x: Float32Array, rows: number, width: number): Float64Array {
  const g = new Float64Array(width * width);
  for (let r = 0; r < rows; r++) {
    const at = r * width;
    for (let i = 0; i < width; i++) {
      const value = x[at + i] as number;
      if (value === 0) continue;
      for (let j = i; j < width; j++) {
        g[i * width + j] = (g[i * width + j] as number) + value * (x[at + j] as number);
      }
    }
  }
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < i; j++) g[i * width + j] = g[j * width + i] as number;
  }
  return g;
}

/** Makes the columns orthonormal in place: Cholesky QR, twice because single precision loses digits. */
function orthonormalise(x: Float32Array, rows: number, width: number): void {
  for (let pass = 0; pass < 2; pass++) {
    const factor = cholesky(gram(x, rows, width), width);
    for (let r = 0; r < rows; r++) {
      const at = r * width;
      for (let j = 0; j < width; j++) {
        let value = x[at + j] as number;
        for (let k = 0; k < j; k++) {
          value -= (x[at + k] as number) * (factor[j * width + k] as number);
        }
        x[at + j] = value / (factor[j * width + j] as number);
      }
    }
  }
}

/** Lower factor of a symmetric matrix; a ridge keeps a nearly dependent column from failing. */
function cholesky(g: Float64Array, n: number): Float64Array {
  let trace = 0;
  for (let i = 0; i < n; i++) trace += g[i * n + i] as number;
  const ridge = (1e-10 * trace) / n + Number.MIN_VALUE;
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = (g[i * n + j] as number) + (i === j ? ridge : 0);
      for (let k = 0; k < j; k++) {
        sum -= (factor[i * n + k] as number) * (factor[j * n + k] as number);
      }
      factor[i * n + j] =
        i === j ? Math.sqrt(Math.max(sum, ridge)) : sum / (factor[j * n + j] as number);
    }
  }
  return factor;
}

const MAX_SWEEPS = 12;

/** Eigenvectors as columns, largest eigenvalue first, by cyclic Jacobi rotations. */
function symmetricEigenvectors(g: Float64Array, n: number): Float64Array {
  const a = Float64Array.from(g);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let off = 0;
    let diagonal = 0;
    for (let i = 0; i < n; i++) {
      diagonal += (a[i * n + i] as number) ** 2;
      for (let j = 0; j < i; j++) off += (a[i * n + j] as number) ** 2;
    }
    if (off <= 1e-16 * diagonal) break;
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (i, j) => (a[j * n + j] as number) - (a[i * n + i] as number),
  );
  const sorted = new Float64Array(n * n);
  order.forEach((from, to) => {
    for (let k = 0; k < n; k++) sorted[k * n + to] = v[k * n + from] as number;
  });
  return sorted;
}

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q] as number;
  if (Math.abs(apq) < 1e-300) return;
  const theta = ((a[q * n + q] as number) - (a[p * n + p] as number)) / (2 * apq);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const kp = a[k * n + p] as number;
    const kq = a[k * n + q] as number;
    a[k * n + p] = c * kp - s * kq;
    a[k * n + q] = s * kp + c * kq;
  }
  for (let k = 0; k < n; k++) {
    const pk = a[p * n + k] as number;
    const qk = a[q * n + k] as number;
    a[p * n + k] = c * pk - s * qk;
    a[q * n + k] = s * pk + c * qk;
    const vp = v[k * n + p] as number;
    const vq = v[k * n + q] as number;
    v[k * n + p] = c * vp - s * vq;
    v[k * n + q] = s * vp + c * vq;
  }
}
