'use strict'
/*
 * Every page works without this. A form marked `data-swap` is sent without a reload, and the page
 * that answers takes this one's place; one marked `data-live` is asked again while it is typed in,
 * and only the part named by `data-into` changes; a part marked `data-refresh` asks again every so
 * many seconds, while somebody looks. What `data-copy` holds is copied by its button.
 *
 * Pages of ours are all that is ever fetched, and they are read by a parser that runs no script.
 */

async function ask(url, form, button) {
  const body = form && new URLSearchParams(new FormData(form, button))
  const response = await fetch(url, body ? { method: 'POST', body } : {})
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  return { end: response.url, page }
}

function put(page, id) {
  const now = document.getElementById(id)
  const next = page.getElementById(id)
  if (now && next) now.replaceWith(document.adoptNode(next))
  if (id === 'content') bringMenu()
  wake()
}

/** On a phone the desk's menu is one line, wider than the screen: where we are shall be in sight. */
function bringMenu() {
  const here = document.querySelector('.desk-bar [aria-current]')?.getBoundingClientRect()
  const bar = document.querySelector('.desk-bar')
  if (here) bar.scrollLeft += (here.left + here.right - innerWidth) / 2
}

bringMenu()
addEventListener('resize', bringMenu)

async function send(form, button) {
  const url = button?.hasAttribute('formaction') ? button.formAction : form.action
  form.setAttribute('aria-busy', 'true')
  try {
    const { end, page } = await ask(url, form, button)
    if (pathOf(url) === pathOf(form.dataset.live)) return put(page, form.dataset.into)
    put(page, 'content')
    document.title = page.title
    if (end !== url) history.pushState(null, '', end)
    const first = document.querySelector('[aria-invalid]') ?? document.getElementById('told')
    first?.focus()
  } catch {
    // No network, or a page that cannot be read: the browser's own way says what is wrong.
    form.submit()
  } finally {
    form.removeAttribute('aria-busy')
  }
}

function pathOf(address) {
  return address && new URL(address, location).pathname
}

addEventListener('submit', (event) => {
  const form = event.target
  if (!('swap' in form.dataset)) return
  event.preventDefault()
  void send(form, event.submitter)
})

addEventListener('popstate', () => location.reload())

const TYPING_MS = 300
let typing
let questions = 0

async function look(form) {
  questions += 1
  const mine = questions
  const { page } = await ask(form.dataset.live, form)
  // Answers may overtake each other: only the newest counts.
  if (mine === questions) put(page, form.dataset.into)
}

function quietly(promise) {
  promise.catch(() => undefined)
}

addEventListener('input', ({ target }) => {
  const { form } = target
  if (!form?.dataset.live || target.name !== 'query') return
  clearTimeout(typing)
  typing = setTimeout(() => quietly(look(form)), TYPING_MS)
  for (const other of document.querySelectorAll('[data-borrow]')) {
    other.elements[other.dataset.borrow].value = target.value
  }
})

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy)
  button.classList.add('copied')
  setTimeout(() => button.classList.remove('copied'), 2000)
}

addEventListener('click', ({ target }) => {
  if (target.dataset?.copy) quietly(copy(target))
})

const timers = new Set()

/** What somebody reads, fills in or has opened is left alone. */
async function refresh(part) {
  if (document.hidden || part.contains(document.activeElement)) return
  if (part.querySelector('details[open]')) return
  const { page } = await ask(location.href)
  put(page, part.id)
}

function wake() {
  for (const button of document.querySelectorAll('[data-copy][hidden]')) button.hidden = false
  for (const timer of timers) clearInterval(timer)
  timers.clear()
  for (const part of document.querySelectorAll('[data-refresh]')) {
    timers.add(setInterval(() => quietly(refresh(part)), part.dataset.refresh * 1000))
  }
}

wake()
