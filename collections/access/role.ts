/** What a person may do. Staff are `admin`, `manager` and `viewer`; a `customer` never sees the admin panel. */
export type Role = 'admin' | 'manager' | 'viewer' | 'customer'
