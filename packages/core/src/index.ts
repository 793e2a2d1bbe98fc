export { defaultConfig, parseConfig, type Config } from './config.ts';
export {
  defectKey,
  defectsOf,
  isTemplateFault,
  TEMPLATE_PAGES,
  TEMPLATE_SHARE,
  type Defect,
} from './defect.ts';
export { QualeprefError } from './error.ts';
export {
  bySeverity,
  reaches,
  type Finding,
  type Outcome,
  type Owner,
  type Place,
  type Severity,
} from './finding.ts';
export { typeset } from './french.ts';
export { grid, type GridItem, type Mode } from './grid.ts';
export { type ParseIssue } from './parse.ts';
export {
  holds,
  monthsOf,
  parsePeriod,
  parseQuarter,
  periodLabel,
  periodOf,
  quarterLabel,
  quarterOf,
  shiftPeriod,
  type Period,
  type PeriodKind,
  type Quarter,
} from './period.ts';
export { type Origin, type Provenance, type Sourced } from './provenance.ts';
export { draw, randomFrom } from './random.ts';
export { tally, verdictOf, type Decision, type Tally, type Verdict } from './verdict.ts';
