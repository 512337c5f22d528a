// Lets a run's page follow its progress by server-sent events; without them the page asks every three seconds.
(function () {
  "use strict";
  var part = document.getElementById("kemajuan");
  if (!part || !part.dataset.events || !window.EventSource || !window.htmx) {
    return;
  }
  var events = new EventSource(part.dataset.events);
  events.addEventListener("progress", function (event) {
    var now = document.getElementById("kemajuan");
    if (now) {
      window.htmx.trigger(now, "progress");
    }
    if (JSON.parse(event.data).finishedAt) {
      events.close();
    }
  });
})();
