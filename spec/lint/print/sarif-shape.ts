// The part of the SARIF 2.1.0 schema that docproof's logs use, closed, for tests: required properties, types, enumerations.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const message = closed({ text: { type: 'string', minLength: 1 } }, ['text']);
const level = { enum: ['none', 'note', 'warning', 'error'] };

function closed(properties: Record<string, unknown>, required: string[]): Record<string, unknown> {
  return { type: 'object', properties, required, additionalProperties: false };
}

const SCHEMA = closed(
  {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: closed(
        {
          tool: closed(
            {
              driver: closed(
                {
                  name: { type: 'string' },
                  semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: closed(
                      {
                        id: { type: 'string' },
                        shortDescription: message,
                        fullDescription: message,
                        defaultConfiguration: closed({ level }, []),
                      },
                      ['id'],
                    ),
                  },
                },
                ['name'],
              ),
            },
            ['driver'],
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          originalUriBaseIds: {
            type: 'object',
            additionalProperties: closed({ uri: { type: 'string' }, description: message }, []),
          },
          results: {
            type: 'array',
            items: closed(
              {
                ruleId: { type: 'string' },
                ruleIndex: { type: 'integer', minimum: -1 },
                level,
                message,
                locations: {
                  type: 'array',
                  items: closed(
                    {
                      physicalLocation: closed(
                        {
                          artifactLocation: closed(
                            { uri: { type: 'string', pattern: '^[^\\s]+$' }, uriBaseId: { type: 'string' } },
                            [],
                          ),
                          region: closed(
                            {
                              startLine: { type: 'integer', minimum: 1 },
                              startColumn: { type: 'integer', minimum: 1 },
                              endColumn: { type: 'integer', minimum: 1 },
                            },
                            [],
                          ),
                        },
                        [],
                      ),
                    },
                    [],
                  ),
                },
                partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
              },
              ['message'],
            ),
          },
        },
        ['tool'],
      ),
    },
  },
  ['version', 'runs'],
);

/** A validator of the shape (SARIF 2.1.0, section 3). */
export function compile(): ValidateFunction {
  return new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(SCHEMA);
}
