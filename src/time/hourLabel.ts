import { dateText } from './dateText.ts';

const SECOND = 1000;

/** The name of the hour around a civil time, with the offset of the clock: '2024-11-03T01:00-04:00'. */
export function hourLabel(civil: number, offset: number): string {
  const hour = Math.floor(civil / 3_600_000) % 24;
  return `${dateText(civil)}T${twoDigits((hour + 24) % 24)}:00${offsetText(offset)}`;
}

/** 'Z' for none; to the second where a clock of local mean time needs it. */
function offsetText(offset: number): string {
  if (offset === 0) return 'Z';
  const seconds = Math.abs(offset) / SECOND;
  const fields = [seconds / 3600, (seconds / 60) % 60, ...(seconds % 60 === 0 ? [] : [seconds % 60])];
  return (offset < 0 ? '-' : '+') + fields.map((field) => twoDigits(Math.floor(field))).join(':');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
