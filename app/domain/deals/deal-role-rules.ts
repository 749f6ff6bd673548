export const DEAL_SIDES = ["SUPPLY", "DEMAND"] as const;
export type DealSide = (typeof DEAL_SIDES)[number];

export const DEAL_ROLES = ["SUPPLY", "DEMAND", "BROKER", "LAWYER", "EVALUATOR"] as const;
export type DealRole = (typeof DEAL_ROLES)[number];

export function otherSide(side: DealSide): DealSide {
  return side === "SUPPLY" ? "DEMAND" : "SUPPLY";
}

/** People whom one side brings in to advise it. */
export const ADVISER_ROLES = ["LAWYER", "EVALUATOR"] as const;
export type AdviserRole = (typeof ADVISER_ROLES)[number];

/**
 * Parts of a room that the inviting side opens to an adviser: the talk, the tasks, and the papers
 * (term sheets, contracts, registration). Drafts of a side are open to that side alone.
 */
export const ROOM_AREAS = ["CONVERSATION", "TASKS", "DOCUMENTS"] as const;
export type RoomArea = (typeof ROOM_AREAS)[number];

export function isAdviser(role: string): role is AdviserRole {
  return ADVISER_ROLES.some((one) => one === role);
}

/** Whether a part of the room is open to somebody with this role. */
export function seesArea(role: string | null, areas: readonly string[], area: RoomArea): boolean {
  return role === null || !isAdviser(role) || areas.includes(area);
}
