import { polynomial } from './polynomial.ts';
import { HALF_LOG_TWO_PI, STIRLING_FROM, stirlingCorrection } from './stirling.ts';

/** 1 - Euler's constant. */
const SLOPE_AT_TWO = 0.42278433509846713;

/** (zeta(k) - 1) / k with Riemann's zeta function, for k = 2, 3, …, 28. */
const ZETAS = [
  0.3224670334241132, 0.0673523010531981, 0.020580808427784546, 0.007385551028673986, 0.0028905103307415234,
  0.001192753911703261, 0.0005096695247430425, 0.00022315475845357939, 9.945751278180853e-5, 4.492623673813314e-5,
  2.050721277567069e-5, 9.439488275268397e-6, 4.374866789907488e-6, 2.039215753801366e-6, 9.55141213040742e-7,
  4.492469198764566e-7, 2.1207184805554665e-7, 1.0043224823968099e-7, 4.7698101693639804e-8, 2.2711094608943164e-8,
  1.0838659214896955e-8, 5.183475041970047e-9, 2.4836745438024785e-9, 1.1921401405860912e-9, 5.731367241678862e-10,
  2.7595228851242334e-10, 1.330476437424449e-10,
];

/** log Gamma(2 + z) for z from -1/2 to 1/2 by its Taylor series, which has the zero at z = 0 as a factor. */
function logGammaNearTwo(z: number): number {
  return z * (SLOPE_AT_TWO + z * polynomial(ZETAS, -z));
}

/** log Gamma(1 + z) for z from -1/2 to 1/2, to full relative precision however small z is. */
function logGammaOnePlus(z: number): number {
  return logGammaNearTwo(z) - Math.log1p(z);
}

/**
 * The logarithm of the gamma function at x above 0, to full relative precision also beside its zeros 1 and 2.
 *
 * NIST Handbook of Mathematical Functions (2010), formulas 5.5.1, 5.7.3 and 5.11.1.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : Number.NaN;
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x < 1.5) return logGammaOnePlus(x - 1);
  if (x >= STIRLING_FROM) return (x - 0.5) * (Math.log(x) - 1) + (HALF_LOG_TWO_PI - 0.5 + stirlingCorrection(x));
  let rest = x;
  let product = 1;
  while (rest >= 2.5) {
    rest -= 1;
    product *= rest;
  }
  return Math.log(product) + logGammaNearTwo(rest - 2);
}

/** log Gamma(x + 1), to full relative precision also for x so small that x + 1 would lose its digits. */
export function logGammaNext(x: number): number {
  return x <= 0.5 ? logGammaOnePlus(x) : logGamma(x + 1);
}
