/** The size of a file, for people. */
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const STEP = 1_000;

/** @returns "831 byte", "1.2 MB": three digits tell enough */
export function formatBytes(bytes: number, locale: string): string {
  let size = bytes;
  let at = 0;
  while (size >= STEP && at < UNITS.length - 1) {
    size /= STEP;
    at += 1;
  }
  const unit = UNITS[at] ?? 'byte';
  const digits = size < 10 && at > 0 ? 1 : 0;
  return new Intl.NumberFormat(locale, {
    ...{ style: 'unit', unit, unitDisplay: 'short' },
    maximumFractionDigits: digits,
  }).format(size);
}
