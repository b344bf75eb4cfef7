import type { CollectionConfig } from 'payload'

import { ServiceProjects } from './ServiceProjects.ts'
import { Tasks } from './Tasks.ts'

/** Service projects and tasks. */
export const projectsCollections: CollectionConfig[] = [ServiceProjects, Tasks]
