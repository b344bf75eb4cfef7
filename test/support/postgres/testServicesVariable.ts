/** Name of the environment variable that carries the address of the test services to the tests. */
export const testServicesVariable = 'FLOWMASTERS_TEST_SERVICES'
