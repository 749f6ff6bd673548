import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { cx } from "./class-names";
import { Icon } from "./icon";
import { VisuallyHidden } from "./visually-hidden";

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Label of the cell on phones; the header if that is plain text. */
  label?: string;
  align?: "start" | "end";
  /** The cell that names its row. Exactly one column should. */
  rowHeader?: boolean;
  /** Address that sorts by this column, and the direction now in force. */
  sortTo?: string;
  sorted?: "ascending" | "descending";
  className?: string;
}

interface TableProps<Row> {
  columns: ReadonlyArray<Column<Row>>;
  rows: ReadonlyArray<Row>;
  rowKey: (row: Row) => string;
  /** What the table shows; read out, hidden unless `captionVisible`. */
  caption: string;
  captionVisible?: boolean;
  /** Instead of rows when there are none. */
  empty?: ReactNode;
  /** "scroll" keeps the grid on phones (figures to compare), "cards" stacks each row. */
  narrow?: "cards" | "scroll";
  dense?: boolean;
}

/** Rows and columns on a wide screen, one card per row at 360 px. */
export function Table<Row>({
  columns,
  rows,
  rowKey,
  caption,
  captionVisible,
  empty,
  narrow = "cards",
  dense,
}: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const look = cellLook(narrow, dense);
  return (
    <div
      className={cx(narrow === "scroll" && "overflow-x-auto")}
      {...(narrow === "scroll" ? { role: "region", "aria-label": caption, tabIndex: 0 } : {})}
    >
      <table className={cx("w-full border-collapse text-sm", narrow === "cards" && "table-cards")}>
        <caption className={captionVisible ? "px-4 py-2 text-left text-sm text-muted" : "sr-only"}>
          {caption}
        </caption>
        <thead className="border-b border-line bg-canvas">
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sorted}
                className={cx(
                  look.pad,
                  "font-medium whitespace-nowrap text-muted",
                  column.align === "end" ? "text-right" : "text-left",
                )}
              >
                {column.sortTo ? (
                  <Link
                    to={column.sortTo}
                    className="inline-flex items-center gap-1 hover:text-brand-700"
                  >
                    {column.header}
                    <Icon
                      name={
                        column.sorted === "ascending"
                          ? "chevron-up"
                          : column.sorted === "descending"
                            ? "chevron-down"
                            : "sort"
                      }
                      size={14}
                    />
                  </Link>
                ) : (
                  column.header || <VisuallyHidden>{column.label}</VisuallyHidden>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={rowKey(row)} className="hover:bg-brand-50/50">
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} look={look} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellLook {
  pad: string;
  end: string;
}

/** As cards, cells get their spacing and alignment from `.table-cards` below 640 px. */
function cellLook(narrow: "cards" | "scroll", dense: boolean | undefined): CellLook {
  if (narrow === "scroll") return { pad: dense ? "px-3 py-1.5" : "px-4 py-2.5", end: "text-right" };
  return { pad: dense ? "sm:px-3 sm:py-1.5" : "sm:px-5 sm:py-2.5", end: "sm:text-right" };
}

function Cell<Row>({ column, row, look }: { column: Column<Row>; row: Row; look: CellLook }) {
  const className = cx(look.pad, "align-top", column.align === "end" && look.end, column.className);
  if (column.rowHeader) {
    return (
      <th scope="row" className={cx(className, "text-left font-medium text-ink")}>
        {column.cell(row)}
      </th>
    );
  }
  const label = column.label ?? (typeof column.header === "string" ? column.header : undefined);
  return (
    <td className={className} data-label={label || undefined}>
      <div className="min-w-0">{column.cell(row)}</div>
    </td>
  );
}
