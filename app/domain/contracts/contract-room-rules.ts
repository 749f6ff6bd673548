/**
 * Whether contracts may be worked on while the room is in this state: a main contract from the
 * agreed terms on, a supplement after the main contract is signed. A room that is paused, disputed or
 * closed holds everything still.
 */
export function isRoomOpenFor(kind: string, dealState: string): boolean {
  return kind === "SUPPLEMENT" ? dealState === "CONTRACTED" : dealState === "AGREED";
}
