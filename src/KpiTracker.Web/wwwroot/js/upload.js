// What a plain upload form cannot do: a progress bar, dropping files on the zone, and saying before sending that they are too large or too many.
(() => {
  'use strict';

  for (const form of document.querySelectorAll('form[data-upload]')) {
    const input = form.querySelector('input[type=file]');
    const zone = form.querySelector('.drop-zone');
    const message = form.querySelector('.upload-message');
    const progress = form.querySelector('.upload-progress');
    const bar = form.querySelector('progress');
    const state = form.querySelector('.upload-state');
    const button = form.querySelector('button[type=submit]');

    const say = text => {
      message.textContent = text;
      message.hidden = !text;
    };

    // A form for one file has only the first limit; a zip is measured by the server, which knows another limit for it.
    const objection = () => {
      const files = [...input.files];
      const isOver = (sum, limit) => limit !== undefined && sum > Number(limit);
      if (files.some(f => isOver(f.size, form.dataset.limit) && !(input.multiple && /\.zip$/i.test(f.name)))) {
        return form.dataset.tooLarge;
      }
      if (isOver(files.length, form.dataset.most)) {
        return form.dataset.tooMany;
      }
      return isOver(files.reduce((sum, f) => sum + f.size, 0), form.dataset.total) ? form.dataset.tooLargeTogether : '';
    };

    const rest = () => {
      button.disabled = false;
      progress.hidden = true;
    };

    const chosen = form.querySelector('.upload-chosen');
    input.addEventListener('change', () => {
      say(objection());
      if (chosen) {
        chosen.textContent = input.files.length > 0 ? form.dataset.chosen.replace('{0}', input.files.length) : '';
      }
    });

    for (const name of ['dragenter', 'dragover']) {
      zone.addEventListener(name, event => {
        event.preventDefault();
        zone.classList.add('drop-zone-over');
      });
    }
    for (const name of ['dragleave', 'drop']) {
      zone.addEventListener(name, () => zone.classList.remove('drop-zone-over'));
    }
    zone.addEventListener('drop', event => {
      event.preventDefault();
      if (event.dataTransfer.files.length > 0) {
        input.files = event.dataTransfer.files;
        input.dispatchEvent(new Event('change'));
      }
    });

    form.addEventListener('submit', event => {
      event.preventDefault();
      if (objection()) {
        say(objection());
        input.focus();
        return;
      }

      say('');
      button.disabled = true;
      bar.value = 0;
      state.textContent = form.dataset.working;
      progress.hidden = false;
      const request = new XMLHttpRequest();
      request.open('POST', form.action);
      // Asks for the next address in words instead of being redirected to it.
      request.setRequestHeader('Accept', 'application/json');
      request.responseType = 'json';
      request.upload.addEventListener('progress', e => {
        bar.value = e.lengthComputable ? (100 * e.loaded) / e.total : 0;
      });
      request.upload.addEventListener('load', () => {
        state.textContent = form.dataset.checking;
      });
      request.addEventListener('load', () => {
        if (request.status === 200 && request.response) {
          location.assign(request.response.next);
        } else if (request.status === 401) {
          location.reload();
        } else {
          rest();
          say(form.dataset.broken);
        }
      });
      request.addEventListener('error', () => {
        rest();
        say(form.dataset.broken);
      });
      request.send(new FormData(form));
    });

    // Coming back by the browser's button finds the form as it was left: working.
    addEventListener('pageshow', rest);
  }
})();
