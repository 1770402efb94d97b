/**
 * Chebyshev coefficients of (1 + 2 x) e^(x^2) erfc(x) in t = (x - 4.25) / (x + 3.25), which takes x from 1/2 to
 * infinity onto -1 to 1; computed to 40 digits by test/reference/special/generate.py.
 */
const COEFFICIENTS = [
  1.2118638476621875, -0.07312391705635979, -0.024064829254113795, 0.0195653029029136, -0.007532203399568445,
  0.0020109203218914317, -0.00038538343846048997, 4.7602226907189946e-5, -1.6220916978167186e-6, -6.708076397963519e-7,
  1.2126029126323856e-7, 1.5719606240557254e-9, -3.065472562940791e-9, 2.0425747034855584e-10, 6.91343902464555e-11,
  -9.429031225493588e-12, -1.6633854119300568e-12, 3.400483412234323e-13, 4.7068430930120095e-14,
  -1.1731441700670316e-14, -1.6344093693692737e-15, 4.0109426103253363e-16, 6.75424092189069e-17,
  -1.331426455988346e-17, -3.0898485398843094e-18, 3.980242081834011e-19,
];

/**
 * e^(x^2) erfc(x), which falls like 1 / x where erfc itself falls out of the range of doubles; x of at least 1/2.
 *
 * After the change of variable of Shepherd and Laframboise (1981), Chebyshev approximation of (1 + 2x) exp(x^2) erfc x.
 */
export function erfcScaled(x: number): number {
  if (x === Infinity) return 0;
  const t = (x - 4.25) / (x + 3.25);
  let next = 0;
  let current = 0;
  for (let k = COEFFICIENTS.length - 1; k > 0; k--) {
    const previous = 2 * t * current - next + COEFFICIENTS[k]!;
    next = current;
    current = previous;
  }
  return (t * current - next + COEFFICIENTS[0]!) / (1 + 2 * x);
}
