// Improves pages that work without it.
(function () {
  "use strict";
  // A second press while a form is on its way sends nothing: the first one counts. Where no page comes of it, by the
  // browser's Stop or a lost connection, the form opens again by itself; sent twice, it still counts once. A file goes
  // slowly over a slow line, and pressed again it would set out anew.
  var PATIENCE = 20000;
  var PATIENCE_WITH_A_FILE = 300000;
  function sendsAFile(form) {
    var file = form.querySelector("input[type=file]");
    return file !== null && file.files.length > 0;
  }
  function unlock(form) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }
  function unlockAll() {
    document.querySelectorAll("form[data-sent]").forEach(unlock);
  }
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post" || event.defaultPrevented) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    form.setAttribute("aria-busy", "true");
    setTimeout(unlock, sendsAFile(form) ? PATIENCE_WITH_A_FILE : PATIENCE, form);
  });
  // Coming back with the browser's own button must not find a form that refuses to be sent.
  window.addEventListener("pageshow", unlockAll);
  // Someone who has typed is asked before the page is left, also by another form of it.
  document.addEventListener("input", function (event) {
    var form = event.target.closest("form[data-guard]");
    if (form) {
      form.dataset.guard = "typed";
    }
  });
  window.addEventListener("beforeunload", function (event) {
    if (document.querySelector("form[data-guard=typed]:not([data-sent])")) {
      event.preventDefault();
      // Chrome before 119, as on older telephones, asks only for this.
      event.returnValue = true;
      // Whoever stays finds open again what was on its way.
      setTimeout(unlockAll, 0);
    }
  });
  // A part that looks after itself stays as it is while the focus is in it: what somebody is about to press must not go.
  function isHeld(part) {
    return (part.getAttribute("hx-trigger") || "").indexOf("every") >= 0 && part.contains(document.activeElement);
  }
  document.addEventListener("htmx:beforeRequest", function (event) {
    if (isHeld(event.detail.elt)) {
      event.preventDefault();
    }
  });
  // Nor does an answer count that was on its way when the focus came.
  document.addEventListener("htmx:beforeSwap", function (event) {
    if (isHeld(event.detail.target)) {
      event.detail.shouldSwap = false;
    }
  });
  // The summary of what is wrong is where a reader wants to be after a refused form.
  var alarm = document.querySelector(".notice[role=alert]");
  if (alarm) {
    alarm.tabIndex = -1;
    alarm.focus();
  }
})();
