/**
 * What the server says on a socket: something has changed. A hint carries a sequence number and no
 * content; pages read the truth from their loaders, and work without any socket.
 */
export type Hint = {
  /** Grows with every change of the thing that the room is about. */
  sequence: number;
};

/**
 * What a page does with a hint: nothing when it already shows that state; otherwise it reads again
 * from the server. A gap (messages were missed) and the next step lead to the same reading, so that a
 * lost hint can never leave a page wrong for longer than until the next one.
 */
export function reactToHint(shown: number, hint: Hint): { isStale: boolean; missed: number } {
  const behind = hint.sequence - shown;
  return { isStale: behind > 0, missed: Math.max(0, behind - 1) };
}
