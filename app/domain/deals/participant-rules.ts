import { type DealRole, type DealSide, isAdviser } from "./deal-role-rules";

type Person = { userId: string; role: DealRole; invitedBySide: DealSide | null };

/**
 * Whether somebody may ask another person to leave: a side its own people and the advisers it brought
 * in; brokers stand between the sides, so either side may.
 */
export function mayRemove(by: { userId: string; role: DealRole | null }, person: Person): boolean {
  if (by.userId === person.userId) return false;
  if (by.role !== "SUPPLY" && by.role !== "DEMAND") return false;
  if (person.role === "BROKER") return true;
  return isAdviser(person.role) ? person.invitedBySide === by.role : person.role === by.role;
}

/**
 * Whether a person may leave: a side must keep somebody who speaks for it as long as the room runs.
 * @param speakers people who speak for the sides now, the person included
 */
export function mayLeave(
  person: { userId: string; role: DealRole },
  speakers: readonly { userId: string; role: string }[],
  isClosed: boolean,
): boolean {
  if (isClosed || (person.role !== "SUPPLY" && person.role !== "DEMAND")) return true;
  return speakers.some((one) => one.role === person.role && one.userId !== person.userId);
}
