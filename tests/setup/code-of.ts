/** What became of a use case: "done", or the code of its refusal. */
export function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
}
