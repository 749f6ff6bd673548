/** Takes one row of a list out of posted fields: "team[2].role" moves up when row 1 goes. */
export function removeRow(fields: FormData, list: string, row: number): FormData {
  const moved = new FormData();
  const pattern = new RegExp(`^${list}\\[(\\d+)\\](.*)$`);
  for (const [name, value] of fields) {
    const match = pattern.exec(name);
    const index = match ? Number(match[1]) : -1;
    if (index === row) continue;
    moved.append(index > row ? `${list}[${index - 1}]${match?.[2] ?? ""}` : name, value);
  }
  return moved;
}

/** The list and row of a button "remove:advantages:2". */
export function readRemoval(intent: string): { list: string; row: number } | null {
  const match = /^remove:([A-Za-z]{1,30}):(\d{1,2})$/.exec(intent);
  return match?.[1] && match[2] ? { list: match[1], row: Number(match[2]) } : null;
}
