import { createServer } from 'node:net'

/** The first of these ports that something on this machine already listens on, if any. */
export async function takenPort(ports) {
  for (const port of ports) {
    if (!(await canListen(port))) return port
  }
  return undefined
}

function canListen(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
