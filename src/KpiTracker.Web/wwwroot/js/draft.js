// Mends a draft in place: a field that changed is posted alone, the page is fetched anew by the same request and its main part swapped.
// What is typed meanwhile, the answers, the focus, the caret and the scroll stay; on failure the text stays in its field and can be sent again.
(() => {
  'use strict';

  const bar = document.querySelector('[data-draft-bar]');
  if (!bar) {
    return;
  }

  const status = bar.querySelector('[role=status]');
  const retry = bar.querySelector('button');
  const form = () => document.getElementById('draft-form');
  const isCell = element => element?.name?.startsWith('cell:');
  const isMapping = element => element?.name?.startsWith('map:');
  const failed = new Set();
  let queue = Promise.resolve();
  let waiting = 0;
  let hiding;
  let leaving = false;

  const say = (text, { stays = false, again = false } = {}) => {
    clearTimeout(hiding);
    status.textContent = text;
    retry.hidden = !again;
    bar.classList.toggle('visually-hidden', !text);
    bar.classList.toggle('draft-bar-error', again);
    if (text && !stays) {
      hiding = setTimeout(() => bar.classList.add('visually-hidden'), 6000);
    }
  };

  const fields = () => [...form().elements].filter(f => f.matches('input:not([type=hidden]), select'));
  const changed = field => field.type === 'checkbox' ? field.checked !== field.defaultChecked
    : field.tagName === 'SELECT' ? !field.selectedOptions[0]?.defaultSelected
    : field.value !== field.defaultValue;

  const cells = () => [...form().querySelectorAll('.cell-field')];

  // Where the focus goes after the swap: to the same control, else on to the next field, from the one that was edited.
  const focusOf = (active, posted) => {
    if (!document.getElementById('draft').contains(active)) {
      return null;
    }
    const all = cells();
    const at = all.indexOf(active.closest('td')?.querySelector('.cell-field') ?? all.find(f => posted.has(f.name)));
    const after = at < 0 ? [] : [...all.slice(active.matches('a') ? at + 1 : at), all[at]];
    return { id: active.id, name: active.name, value: active.matches('button') ? active.value : null, href: active.getAttribute('href'), after: after.map(f => f.id) };
  };

  const found = focus => (focus.id && document.getElementById(focus.id))
    || (focus.name && [...form().elements].find(e => e.name === focus.name && (focus.value === null || e.value === focus.value)))
    // Findings are numbered anew: of two marks beside figures the address does not tell which is which, their ids do.
    || (!focus.id && focus.href && [...document.querySelectorAll('#draft a')].find(a => a.getAttribute('href') === focus.href))
    || focus.after.map(id => document.getElementById(id)).find(field => field)
    || document.getElementById('summary');

  // What the person has done on the page and the server does not know: to be put back after the swap.
  const remember = posted => {
    const active = document.activeElement;
    return {
      typed: fields().filter(f => changed(f) && !(posted.has(f.name) && posted.get(f.name) === f.value)).map(f => [f.name, f.type === 'checkbox' ? f.checked : f.value]),
      open: [...document.querySelectorAll('#draft details')].map(d => d.open),
      focus: focusOf(active, posted),
      caret: active?.selectionStart === undefined || active.selectionStart === null ? null : [active.selectionStart, active.selectionEnd],
      top: active?.getBoundingClientRect?.().top,
      scroll: [scrollX, scrollY],
    };
  };

  const putBack = state => {
    for (const [name, value] of state.typed) {
      const field = form().elements.namedItem(name);
      if (field instanceof HTMLElement) {
        if (typeof value === 'boolean') {
          field.checked = value;
        } else {
          field.value = value;
        }
      }
    }
    document.querySelectorAll('#draft details').forEach((d, i) => {
      d.open ||= state.open[i] === true;
    });
    scrollTo({ left: state.scroll[0], top: state.scroll[1], behavior: 'instant' });
    const focus = state.focus && found(state.focus);
    if (focus) {
      focus.focus({ preventScroll: true });
      if (state.caret && focus.setSelectionRange && focus.id === state.focus.id) {
        focus.setSelectionRange(...state.caret);
      }
      // What was looked at stays where it was, though the list above it grew or shrank.
      scrollBy({ top: focus.getBoundingClientRect().top - state.top, behavior: 'instant' });
    }
  };

  const mark = (names, isOn) => names.forEach(name => {
    const field = form().elements.namedItem(name);
    if (field instanceof HTMLElement) {
      field.classList.toggle('cell-unsaved', isOn);
    }
  });

  const post = async entries => {
    const posted = new Map(entries);
    const body = new URLSearchParams(entries);
    for (const name of ['__RequestVerificationToken', 'ward']) {
      body.set(name, form().elements.namedItem(name).value);
    }
    mark(posted.keys(), true);
    say(bar.dataset.checking, { stays: true });
    const response = await fetch(form().action, { method: 'POST', body, headers: { Accept: 'text/html' } });
    if (new URL(response.url).pathname.startsWith('/sign-in')) {
      throw new Error('signedOut');
    }
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.getElementById('draft');
    if (!response.ok) {
      throw new Error(response.status);
    }
    if (!fresh) {
      // The draft was sent or thrown away elsewhere: that page says so.
      leaving = true;
      location.assign(response.url);
      return;
    }
    const state = remember(posted);
    document.getElementById('draft').replaceWith(document.adoptNode(fresh));
    putBack(state);
    for (const name of posted.keys()) {
      failed.delete(name);
    }
    say(fresh.dataset.said);
  };

  const send = entries => {
    waiting++;
    queue = queue.then(() => post(entries)).catch(error => {
      entries.forEach(([name]) => failed.add(name));
      say(bar.dataset[error.message === 'signedOut' ? 'signedOut' : 'failed'], { stays: true, again: true });
    }).finally(() => {
      waiting--;
    });
    return queue;
  };

  const unsaved = () => fields().filter(f => (isCell(f) || isMapping(f)) && changed(f)).map(f => [f.name, f.value]);

  retry.addEventListener('click', () => {
    // The button hides itself: the focus goes to what it sends.
    fields().find(f => failed.has(f.name))?.focus();
    send(unsaved());
  });
  addEventListener('online', () => failed.size > 0 && send(unsaved()));

  document.addEventListener('change', event => {
    if (isCell(event.target) && event.target.form === form() && changed(event.target)) {
      send([[event.target.name, event.target.value]]);
    }
  });

  document.addEventListener('submit', event => {
    if (event.target !== form()) {
      return;
    }
    const button = event.submitter;
    if (button?.id === 'send') {
      if (waiting > 0 || unsaved().length > 0) {
        event.preventDefault();
        (waiting > 0 ? queue : send(unsaved())).then(() => failed.size === 0 && say(bar.dataset.review, { stays: true }));
      } else if (!form().reportValidity() || form().dataset.sent) {
        event.preventDefault();
      } else {
        form().dataset.sent = 'true';
        button.setAttribute('aria-disabled', 'true');
        say(bar.dataset.sending, { stays: true });
      }
      return;
    }
    event.preventDefault();
    send(button?.name ? [...unsaved(), [button.name, button.value]] : unsaved());
  });

  // Whoever leaves with unsaved text is asked; coming back by the browser's button finds the form ready again.
  addEventListener('beforeunload', event => {
    if (!leaving && (waiting > 0 || failed.size > 0)) {
      event.preventDefault();
    }
  });
  addEventListener('pageshow', () => {
    delete form()?.dataset.sent;
  });
})();
