/** Addresses of one lot. */
export const lotHref = (number: number) => `/lots/${number}`;
export const liveHref = (number: number) => `/lots/${number}/live`;
export const applyHref = (number: number) => `/lots/${number}/apply`;
export const deskLotHref = (id: string) => `/desk/lots/${id}`;
export const officeLotHref = (id: string) => `/office/lots/${id}`;
