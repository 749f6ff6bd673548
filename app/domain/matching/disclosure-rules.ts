import type { IntroductionState } from "./introduction-procedure";

export type PartySide = "requester" | "receiver";

/** What decides whether one side of a request may know the other's name. */
export type DisclosureSubject = {
  state: IntroductionState;
  /** The listing asked about hides its owner. */
  isReceiverBlinded: boolean;
  /** The listing that the request was made for hides its owner. */
  isRequesterBlinded: boolean;
};

/**
 * Whether the viewer's side may see the name of the other organisation and of its people. A blinded
 * owner is known to the other side from acceptance on and never before, and stays unknown when the
 * request is declined, withdrawn or lapses.
 */
export function knowsOtherSide(viewer: PartySide, subject: DisclosureSubject): boolean {
  if (subject.state === "ACCEPTED") return true;
  return viewer === "requester" ? !subject.isReceiverBlinded : !subject.isRequesterBlinded;
}
