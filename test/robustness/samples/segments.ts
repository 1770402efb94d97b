export const segments: Readonly<Record<string, readonly unknown[]>> = {};
