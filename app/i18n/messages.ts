/** The shape of a namespace: every language must have the keys that Chinese has. */
export type Messages<T> = { [K in keyof T]: T[K] extends string ? string : Messages<T[K]> };
