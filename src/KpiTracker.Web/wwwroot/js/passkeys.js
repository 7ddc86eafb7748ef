// Passkeys. form[data-passkey=get] signs in, form[data-passkey=create] adds a key: the device is asked what data-options says, and its answer is sent
// with the form. Browsers have this over https and on the machine itself only. [data-passkey-needed] works where it is there; [data-passkey-none] says so where not.
(() => {
  'use strict';

  const isThere = 'PublicKeyCredential' in window && navigator.credentials !== undefined;
  for (const control of document.querySelectorAll('[data-passkey-needed]')) {
    control.disabled = !isThere;
  }
  for (const words of document.querySelectorAll('[data-passkey-none]')) {
    words.hidden = isThere;
  }
  if (!isThere) {
    return;
  }

  const bytesOf = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const textOf = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = list => (list ?? []).map(one => ({ ...one, id: bytesOf(one.id) }));

  const ask = {
    get: async options => {
      const { id, rawId, type, response } = await navigator.credentials.get({
        publicKey: { ...options, challenge: bytesOf(options.challenge), allowCredentials: known(options.allowCredentials) },
      });
      return {
        id, type, rawId: textOf(rawId), clientExtensionResults: {},
        response: {
          clientDataJSON: textOf(response.clientDataJSON),
          authenticatorData: textOf(response.authenticatorData),
          signature: textOf(response.signature),
          userHandle: response.userHandle ? textOf(response.userHandle) : null,
        },
      };
    },
    create: async options => {
      const { id, rawId, type, response } = await navigator.credentials.create({
        publicKey: {
          ...options,
          challenge: bytesOf(options.challenge),
          user: { ...options.user, id: bytesOf(options.user.id) },
          excludeCredentials: known(options.excludeCredentials),
        },
      });
      return {
        id, type, rawId: textOf(rawId), clientExtensionResults: {},
        response: {
          clientDataJSON: textOf(response.clientDataJSON),
          attestationObject: textOf(response.attestationObject),
          transports: response.getTransports?.() ?? [],
        },
      };
    },
  };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const message = form.querySelector('[role=alert]');
    const button = form.querySelector('button[type=submit]');
    form.hidden = false;
    // The browser looked for it while the form was hidden.
    form.querySelector('[autofocus]')?.focus();
    form.addEventListener('submit', async event => {
      event.preventDefault();
      message.hidden = true;
      button.disabled = true;
      try {
        form.elements['Passkey.Answer'].value = JSON.stringify(await ask[form.dataset.passkey](JSON.parse(form.dataset.options)));
        form.submit();
      } catch (refusal) {
        message.textContent = refusal.name === 'InvalidStateError' ? form.dataset.known : form.dataset.cancelled;
        message.hidden = false;
        button.disabled = false;
      }
    });
  }
})();
