/** Page of the performance of a deal's contract. */
export function performanceHref(dealId: string): string {
  return `/desk/deals/${dealId}/performance`;
}

/** Page of one payment: treasurers come here without taking part in the room. */
export function paymentHref(instalmentId: string): string {
  return `/desk/instalments/${instalmentId}`;
}

export function rewardHref(sheetId: string): string {
  return `/desk/rewards/${sheetId}`;
}
