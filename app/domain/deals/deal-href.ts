/** Page of a room, or of a part of it. */
export function dealHref(dealId: string, part = ""): string {
  return part ? `/desk/deals/${dealId}/${part}` : `/desk/deals/${dealId}`;
}
