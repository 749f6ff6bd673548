/** Where the two sides confirm what was signed on the spot. */
export const SIGNINGS_HREF = "/desk/signings";
