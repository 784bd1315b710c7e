// Every rule of `diff`, in the order in which changes of one place are listed.
import type { Rule } from '../change.js';
import { accessChanged } from './access-changed.js';
import { bodyChanged } from './body-changed.js';
import { constraintChanged } from './constraint-changed.js';
import { defaultChanged } from './default-changed.js';
import { enumChanged } from './enum-changed.js';
import { errorCodeChanged } from './error-code-changed.js';
import { fieldAdded } from './field-added.js';
import { fieldRemoved } from './field-removed.js';
import { fieldRequirement } from './field-requirement.js';
import { headerAdded } from './header-added.js';
import { headerRemoved } from './header-removed.js';
import { nullableChanged } from './nullable-changed.js';
import { objectClosed } from './object-closed.js';
import { operationAdded } from './operation-added.js';
import { operationDeprecated } from './operation-deprecated.js';
import { operationRemoved, urlFormRemoved } from './operation-removed.js';
import { operationRenamed } from './operation-renamed.js';
import { parameterAdded } from './parameter-added.js';
import { parameterRemoved } from './parameter-removed.js';
import { parameterRequirement } from './parameter-requirement.js';
import { parameterStyle } from './parameter-style.js';
import { patternChanged } from './pattern-changed.js';
import { rangeNarrowed, rangeWidened } from './range-changed.js';
import { responseMediaType } from './response-media-type.js';
import { securityChanged } from './security-changed.js';
import { serverChanged } from './server-changed.js';
import { statusAdded } from './status-added.js';
import { statusRemoved } from './status-removed.js';
import { typeChanged } from './type-changed.js';
import { valueDeprecated } from './value-deprecated.js';
import { variantsChanged } from './variants-changed.js';

export const RULES: readonly Rule[] = [
  operationRemoved,
  urlFormRemoved,
  operationAdded,
  operationRenamed,
  operationDeprecated,
  securityChanged,
  parameterAdded,
  parameterRemoved,
  parameterRequirement,
  parameterStyle,
  bodyChanged,
  statusRemoved,
  statusAdded,
  responseMediaType,
  headerRemoved,
  headerAdded,
  typeChanged,
  nullableChanged,
  enumChanged,
  rangeNarrowed,
  rangeWidened,
  constraintChanged,
  patternChanged,
  defaultChanged,
  fieldRemoved,
  fieldAdded,
  fieldRequirement,
  accessChanged,
  valueDeprecated,
  objectClosed,
  variantsChanged,
  errorCodeChanged,
  serverChanged,
];
