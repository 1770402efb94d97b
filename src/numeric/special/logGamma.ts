import { HALF_LOG_TWO_PI, STIRLING_FROM, stirlingCorrection } from './stirling.ts';

/** 1 - Euler's constant. */
const SLOPE_AT_TWO = 0.42278433509846713939;

/** (zeta(k) - 1) / k with Riemann's zeta function, for k = 2, 3, …, 28. */
const ZETAS = [
  0.32246703342411321824, 0.067352301053198095133, 0.020580808427784547879, 0.0073855510286739852663,
  0.0028905103307415232858, 0.0011927539117032609771, 0.00050966952474304242234, 0.00022315475845357937976,
  0.000099457512781808533715, 0.0000449262367381331417, 0.000020507212775670691553, 9.439488275268395904e-6,
  4.3748667899074878042e-6, 2.0392157538013662368e-6, 9.5514121304074198329e-7, 4.4924691987645660433e-7,
  2.1207184805554665869e-7, 1.0043224823968099609e-7, 4.7698101693639805658e-8, 2.271109460894316491e-8,
  1.0838659214896954091e-8, 5.1834750419700466551e-9, 2.4836745438024783172e-9, 1.1921401405860912074e-9,
  5.7313672416788620133e-10, 2.7595228851242331452e-10, 1.3304764374244489481e-10,
];

/** log Gamma(2 + z) for z from -1/2 to 1/2 by its Taylor series, which has the zero at z = 0 as a factor. */
function logGammaNearTwo(z: number): number {
  const series = ZETAS.reduceRight((rest, zeta) => zeta - z * rest, 0);
  return z * (SLOPE_AT_TWO + z * series);
}

/** log Gamma(1 + z) for z from -1/2 to 1/2, to full relative precision however small z is. */
export function logGammaOnePlus(z: number): number {
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
  if (x >= STIRLING_FROM)
    return (x - 0.5) * (Math.log(x) - 1) + (HALF_LOG_TWO_PI - 0.5 + stirlingCorrection(x));
  let rest = x;
  let product = 1;
  while (rest >= 2.5) {
    rest -= 1;
    product *= rest;
  }
  return Math.log(product) + logGammaNearTwo(rest - 2);
}
