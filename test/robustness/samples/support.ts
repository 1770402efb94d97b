export const support: Readonly<Record<string, readonly unknown[]>> = {};
