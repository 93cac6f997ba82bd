import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The layers by how much of their time they wait for clocks: pure code never does. */
const LAYERS = ['workerd', 'e2e', 'browser', 'node']

/**
 * What waits begins first, and what computes fills the cores beside it: the crash rig alone waits for half
 * a minute, and run last it would be waited for by all. Files of one layer stay together, since its next
 * file takes over the runtime of the one before. Within a layer what took longest the last time is first.
 */
export class LongestWaitFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}

function rankOf({ moduleId, project }: TestSpecification): number {
  return moduleId.includes('/test/crash/') && project.name === 'e2e'
    ? -1
    : LAYERS.indexOf(project.name)
}
