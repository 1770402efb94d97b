/** Where a likelihood kept rising while a parameter left every bound: the data ask for a smaller model. */
export interface FitBoundary {
  /** The parameter, by its name among `parameters`. */
  readonly parameter: string;
  /** What it ran to. */
  readonly limit: 'zero' | 'infinity';
  /** What that says about the data, in words. */
  readonly meaning: string;
  /** Which smaller model says the same, or what else to do. */
  readonly instead: string;
}

/** How a fit ended: `converged`, or why its parameters are not to be used. */
export type FitEnding = 'converged' | 'boundary' | 'no curvature' | 'too many iterations';

/** A model fitted by maximum likelihood, as plain data: what JSON makes of it serves as well. */
export interface Fit<Model extends string, Name extends string> {
  /** Which model. */
  readonly model: Model;
  /** The parameters with the greatest likelihood, in the caller's own units. */
  readonly parameters: Readonly<Record<Name, number>>;
  /** Their standard errors, from the observed information; NaN of a fit that did not converge. */
  readonly standardErrors: Readonly<Record<Name, number>>;
  /** Their covariances, in the order of `parameters`; NaN of a fit that did not converge. */
  readonly covariance: readonly (readonly number[])[];
  /** The logarithm of the likelihood at the parameters, in the caller's own units. */
  readonly logLikelihood: number;
  /** Akaike's criterion, 2 k - 2 logLikelihood for k parameters: of two models of the same data the lesser is better. */
  readonly aic: number;
  /** Schwarz's criterion, k ln(observations) - 2 logLikelihood. */
  readonly bic: number;
  /** Whether the parameters are at a maximum; where not, `ending` and `boundaries` say why, and they are not to be used. */
  readonly converged: boolean;
  /** How the search ended. */
  readonly ending: FitEnding;
  /** The parameters that ran away, none of a fit that converged. */
  readonly boundaries: readonly FitBoundary[];
  /** Largest slope of the log-likelihood by the logarithm of a parameter, over `observations`; 0 at a maximum. */
  readonly gradientNorm: number;
  /** Steps taken. */
  readonly iterations: number;
  /** How often the likelihood was computed, with its derivatives. */
  readonly evaluations: number;
  /** How many customers the fit rests on. */
  readonly observations: number;
  /** How many rows of them differ. */
  readonly distinctRows: number;
}
