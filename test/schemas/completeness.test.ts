// Whether there is a schema for everything plain that a public function takes, found in the sources with their types.
import ts from 'typescript';
import { expect, test } from 'vitest';
import * as schemas from '../../src/schemas/index.ts';
import { exportsOf, FACES, signatureOf, sourceProgram, subpath, subpaths } from '../api/library.ts';
import { PAIRS } from './pairs.ts';

/** Inputs without a schema, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  EventFilter: 'holds a function',
  EventChoice: 'may hold a function',
  ConvertCurrencyOptions: 'holds a function',
  BootstrapOptions: 'holds a function',
  BacktestOptions: 'holds a function',
  RiskRankingOptions: 'may hold a function',
  RiskReasonsOptions: 'may hold a function',
  RiskFacts: 'made by riskRanking and riskReasons',
  Bracket: 'a record within cohortTableOptions',
  CodedInput: 'a column within eventColumns and tenureColumns',
  FigureDefinition: 'a record within figure, goal and benchmark',
  EventFields: 'may hold functions of a row; eventRow stands for the row',
  TenureFields: 'may hold functions of a row; tenureRow stands for the row',
  PurchaseFitOptions: 'holds parameters, whose schema each model has',
  SurvivorCounts: 'a record within contractHistories',
  ...Object.fromEntries(
    [
      ...['ActivityCalibrationOptions', 'ConditionalExpectationOptions', 'HoldoutCheckOptions'],
      ...['PurchaseForecastOptions', 'PurchaseFrequencyOptions', 'PurchaseTrackingOptions'],
      ...['LifetimeValueOptions', 'NewCustomerValueOptions', 'PaybackOptions', 'ValueIntervalOptions'],
    ].map((name) => [name, 'holds a fit']),
  ),
};

/** Inputs whose schema goes by another name, since a function has the name that it would have. */
const RENAMED: Readonly<Record<string, string>> = {
  EaseTotals: 'easeInput',
  EffortTotals: 'effortInput',
  NetPromoterCounts: 'netPromoterInput',
  SatisfactionCounts: 'satisfactionInput',
};

/** Inputs that a function makes too, and callers bring all the same. */
const MADE_TOO: readonly string[] = ['PurchaseHistories'];

/** Schemas that are no input by themselves: values, rows and texts, which tests of their own look at. */
const OTHERS = [
  ...['attributeValue', 'billingInput', 'customerId', 'instant', 'period', 'weekday', 'eventRow', 'tenureRow'],
  ...[
    'civilDateText',
    'civilDateTimeText',
    'decimalText',
    'instantText',
    'openWhenEmpty',
    'withText',
    'calendarOptions',
  ],
];

const schemaName = (name: string): string => RENAMED[name] ?? name[0]!.toLowerCase() + name.slice(1);

const program = sourceProgram();
const checker = program.getTypeChecker();

const functions = subpaths
  .filter(({ name }) => name !== 'index' && !FACES.includes(name))
  .flatMap(({ file }) => exportsOf(program, file))
  .flatMap((one) => {
    const signature = signatureOf(program, one);
    return signature === undefined ? [] : [{ ...one, signature }];
  });

/** The interfaces of src that a type is made of: itself, or what a list or a choice of them holds. */
function interfacesIn(type: ts.Type): ts.Symbol[] {
  if (type.isUnionOrIntersection()) return type.types.flatMap(interfacesIn);
  const elements = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
  const [declaration] = type.symbol?.declarations ?? [];
  const own = declaration !== undefined && ts.isInterfaceDeclaration(declaration) && isOurs(declaration);
  return [...elements.flatMap(interfacesIn), ...(own ? [type.symbol] : [])];
}

function isOurs(declaration: ts.Declaration): boolean {
  return /\/src\/(?!.*node_modules)/.test(declaration.getSourceFile().fileName) && !isForeign(declaration);
}

function isForeign(declaration: ts.Declaration): boolean {
  return program.isSourceFileFromExternalLibrary(declaration.getSourceFile());
}

const typeOf = (symbol: ts.Symbol): ts.Type => checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
const results = new Set(functions.flatMap(({ signature }) => interfacesIn(signature.getReturnType())));
const isInput = (symbol: ts.Symbol): boolean => !results.has(symbol) || MADE_TOO.includes(symbol.name);
const taken = functions.flatMap(({ signature }) => signature.parameters.flatMap((one) => interfacesIn(typeOf(one))));
const within = taken
  .filter((symbol) => isInput(symbol) && !(symbol.name in WITHOUT))
  .flatMap((symbol) => checker.getDeclaredTypeOfSymbol(symbol).getProperties())
  .flatMap((property) => interfacesIn(typeOf(property)));
const inputs = [...new Set([...taken, ...within])].filter(isInput).map(({ name }) => name);

test('there are inputs to look at, logs and results not among them', () => {
  expect(inputs).toEqual(
    expect.arrayContaining(['RetentionCounts', 'CohortTableOptions', 'Durations', 'EventColumns']),
  );
  for (const name of ['EventLog', 'TenureLog', 'CohortTable', 'PeriodIndex', 'ProductLimitCurve'])
    expect(inputs).not.toContain(name);
});

test('every plain input of a public function has a schema of its name', () => {
  const missing = inputs.filter((name) => !(name in WITHOUT) && !(schemaName(name) in schemas));
  expect(missing).toEqual([]);
});

test('what functions make is an input only where it is taken too', () => {
  const made = new Set([...results].map(({ name }) => name));
  expect(MADE_TOO.filter((name) => !made.has(name) || !inputs.includes(name))).toEqual([]);
});

test('no exception stands for what is no input, or for what has a schema after all', () => {
  const idle = Object.keys(WITHOUT).filter((name) => !inputs.includes(name) || schemaName(name) in schemas);
  expect(idle).toEqual([]);
});

test('every schema has its function beside it in these tests, and stands for an input', () => {
  const known = Object.keys(schemas).filter((name) => !OTHERS.includes(name));
  expect(known.filter((name) => !(name in PAIRS))).toEqual([]);
  expect(known.filter((name) => !inputs.map(schemaName).includes(name))).toEqual([]);
  expect(Object.keys(PAIRS).filter((name) => !(name in schemas))).toEqual([]);
});

test('no schema has the name of a function, so that both can be imported', () => {
  const names = new Set(functions.map(({ name }) => name));
  expect(Object.keys(schemas).filter((name) => names.has(name))).toEqual([]);
  const needless = Object.keys(RENAMED).filter((name) => !names.has(name[0]!.toLowerCase() + name.slice(1)));
  expect(needless).toEqual([]);
});

test('what goes into and comes out of each is exactly the type of its input', () => {
  const types = new Map(exportsOf(program, subpath('schemas').file).map((one) => [one.name, one]));
  const wrong = Object.keys(PAIRS).filter((name) => {
    const { symbol, declaration } = types.get(name)!;
    const { aliasTypeArguments, typeArguments } = checker.getTypeOfSymbolAtLocation(
      symbol,
      declaration,
    ) as ts.TypeReference;
    const ends = (typeArguments ?? aliasTypeArguments ?? []).slice(0, 2).map((type) => type.symbol?.name);
    return ends.length !== 2 || ends.some((end) => end === undefined || schemaName(end) !== name);
  });
  expect(wrong).toEqual([]);
});
