/**
 * The nearest double of a short decimal result: 36.57 × 1e8 gives 3657000000, not 3656999999.9999995.
 * Both factors must have at most 15 significant digits, which every written amount has.
 */
export function exact(value: number): number {
  return Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15));
}

/** The step of the last place that is not zero: 1200 → 100, 300 → 100, 15.5 → 0.1. Where "多" ends. */
export function lastPlace(value: number): number {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const decimals = mantissa.includes('.') ? mantissa.length - mantissa.indexOf('.') - 1 : 0;
  return Number(`1e${Number(exponent) - decimals}`);
}
