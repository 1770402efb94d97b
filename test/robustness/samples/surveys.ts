export const surveys: Readonly<Record<string, readonly unknown[]>> = {};
