/**
 * What of a participant's contact details a project's people see. Who gives a card gives them for that
 * purpose: to meet or to invest needs phone and mail, sending material the mail alone. A meeting or a
 * signing gives nothing but the name that was there anyway.
 */
export function shownContact(
  cards: readonly { kind: string; withdrawnAt: Date | null }[],
  contact: { phone: string; email: string },
): { phone: string; email: string } {
  const standing = new Set(cards.filter((one) => one.withdrawnAt === null).map((one) => one.kind));
  const isCalled = standing.has("MEET") || standing.has("INVEST");
  return {
    phone: isCalled ? contact.phone : "",
    email: isCalled || standing.has("MATERIAL") ? contact.email : "",
  };
}
