/** How every outgoing request names itself. A test keeps the version equal to package.json. */
export const userAgent = 'FlowMasters/0.1.0'
