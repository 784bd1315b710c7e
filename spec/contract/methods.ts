// The methods of OpenAPI.

/** Methods that a Path Item Object of OpenAPI 3.2 names itself; others stand under `additionalOperations`. */
export const FIXED_METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const;
